package org.liuhen.core.law;

import java.util.regex.Pattern;

/**
 * A parameter of the law, named as in the catalogue: {@code textRecord.multiPage.fromPages}. {@link Rules} refuse a key that
 * law/keys.yaml does not have.
 */
public record Key(String value) implements Comparable<Key> {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)+");

    public Key {
        if (!KEY.matcher(value).matches()) throw new IllegalArgumentException("not a key: " + value);
    }

    @Override
    public int compareTo(Key other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
