package org.liuhen.formats.json;

/** Canonical JSON: exactly one spelling for each value. */
public final class CanonicalJson {

    /** How deep objects and lists may stand in one another. */
    public static final int DEPTH_MAX = 64;

    private CanonicalJson() {}

    /**
     * The bytes of the value.
     *
     * @throws IllegalArgumentException if a text has a lone surrogate or the value is deeper than {@link #DEPTH_MAX}
     */
    public static byte[] write(Json value) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * The value of the bytes.
     *
     * @param bytesMax the most bytes it may have
     * @throws org.liuhen.formats.Malformed if they are anything but the canonical spelling of a value
     */
    public static Json read(byte[] bytes, int bytesMax) {
        return org.liuhen.formats.Follows.here();
    }
}
