package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A path inside a source, as the device wrote it: old cameras write GBK, and nothing says so. Elements are parted by {@code /}; a
 * name never contains one.
 *
 * @param latin1 the raw bytes, one character for each byte, so that equality and order are those of the bytes
 */
public record RawPath(String latin1) implements Comparable<RawPath> {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The path of these raw bytes. */
    public static RawPath of(byte[] bytes) {
        return new RawPath(new String(bytes, ISO_8859_1));
    }

    /** The path of this text, in UTF-8. */
    public static RawPath ofText(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** The raw bytes; a new array each time. */
    public byte[] bytes() {
        return latin1.getBytes(ISO_8859_1);
    }

    /** This path with one more element. */
    public RawPath child(RawPath name) {
        return latin1.isEmpty() ? name : new RawPath(latin1 + '/' + name.latin1);
    }

    /** The last element. */
    public RawPath name() {
        return new RawPath(latin1.substring(latin1.lastIndexOf('/') + 1));
    }

    /**
     * For people: read as UTF-8, else as GBK, else with each foreign byte as {@code %HH}. Control characters are never shown as
     * they are.
     */
    public String display() {
        var bytes = bytes();
        return decoded(bytes, UTF_8).or(() -> decoded(bytes, GB18030)).orElseGet(() -> escaped(bytes));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    private static String escaped(byte[] bytes) {
        var text = new StringBuilder();
        for (var b : bytes) {
            if (b > ' ' && b < 0x7f && b != '%') text.append((char) b);
            else text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return text.toString();
    }

    @Override
    public int compareTo(RawPath other) {
        return latin1.compareTo(other.latin1);
    }

    @Override
    public String toString() {
        return display();
    }
}
