package org.liuhen.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Base64;

/** Texts that have one spelling only: UTF-8, base64, decimal numbers. */
public final class StrictText {

    private StrictText() {}

    /**
     * The text of the bytes.
     *
     * @param what for the message
     * @throws Malformed if they are more than {@code bytesMax}, or not well-formed UTF-8
     */
    public static String utf8(byte[] bytes, int bytesMax, String what) {
        if (bytes.length > bytesMax) {
            throw new Malformed(what + " has " + bytes.length + " bytes; at most " + bytesMax + " are read");
        }
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(what + " is not well-formed UTF-8", e);
        }
    }

    /** RFC 4648 section 4, with padding. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of a base64 text.
     *
     * @throws Malformed if it is not the text that {@link #base64} writes for some bytes
     */
    public static byte[] base64(String text, String what) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) return bytes;
            throw new Malformed(what + " is not base64 in its only spelling: " + shown(text));
        } catch (IllegalArgumentException e) {
            throw new Malformed(what + " is not base64: " + shown(text), e);
        }
    }

    /**
     * A number from 0 on, in decimal without leading zeros.
     *
     * @throws Malformed if it is anything else, or more than a long
     */
    public static long decimal(String text, String what) {
        var digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && (text.length() == 1 || text.charAt(0) != '0')) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new Malformed(what + " is too large: " + text, e);
            }
        }
        throw new Malformed(what + " is not a decimal number: " + shown(text));
    }

    /** The beginning of a text that may be hostile, for a message. */
    public static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
