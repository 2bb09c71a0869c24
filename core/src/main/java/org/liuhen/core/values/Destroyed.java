package org.liuhen.core.values;

/**
 * An event happened here, and its payload was destroyed by law. What is left is its type; see {@link PayloadDestroyed}.
 *
 * @param type the type's name as in the leaf, for example {@code RecordingHandedIn}
 */
public record Destroyed(String type) implements Fact {}
