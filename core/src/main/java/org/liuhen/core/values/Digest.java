package org.liuhen.core.values;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names content by what it is: {@code sha256:9f86…}. The algorithm is in the name, for one day another will join.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(Algorithm algorithm, String hex) implements Comparable<Digest> {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** What was computed, and over what. All three give 32 bytes. */
    public enum Algorithm {
        /** SHA-256 of the whole (FIPS 180-4): what anyone can check with a standard tool. */
        SHA256("sha256"),
        /** SM3 of the whole (GB/T 32905). */
        SM3("sm3"),
        /** Root of the RFC 6962-shaped tree of SM3 over leaves of 64 KiB. */
        SM3_TREE("sm3-tree");

        private final String prefix;

        Algorithm(String prefix) {
            this.prefix = prefix;
        }

        /** The word before the colon. */
        public String prefix() {
            return prefix;
        }
    }

    public Digest {
        if (!HEX.matcher(hex).matches()) throw new IllegalArgumentException("not 64 lower-case hex digits: " + hex);
    }

    /**
     * A digest of the given 32 bytes.
     *
     * @throws IllegalArgumentException if there are more or fewer bytes
     */
    public static Digest of(Algorithm algorithm, byte[] bytes) {
        return new Digest(algorithm, HexFormat.of().formatHex(bytes));
    }

    /** A SHA-256 of the given 32 bytes. */
    public static Digest sha256(byte[] bytes) {
        return of(Algorithm.SHA256, bytes);
    }

    /**
     * Reads {@code sha256:…}, {@code sm3:…} or {@code sm3-tree:…}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Digest parse(String text) {
        var colon = text.indexOf(':');
        for (var algorithm : Algorithm.values()) {
            if (colon > 0 && text.substring(0, colon).equals(algorithm.prefix)) {
                return new Digest(algorithm, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("not a digest of a known algorithm: " + text);
    }

    /** The 32 bytes; a new array each time. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Digest other) {
        var byAlgorithm = algorithm.compareTo(other.algorithm);
        return byAlgorithm != 0 ? byAlgorithm : hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return algorithm.prefix + ":" + hex;
    }
}
