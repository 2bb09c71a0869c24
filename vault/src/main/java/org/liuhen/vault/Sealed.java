package org.liuhen.vault;

import org.liuhen.core.values.Digest;

/**
 * What an intake became.
 *
 * @param alreadyHeld whether the vault had these bytes before: one object, taken in twice
 */
public record Sealed(Digest sha256, Digest sm3Tree, long sizeBytes, boolean alreadyHeld) {}
