package org.liuhen.server.cases.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the small code on a printed page says: which document, which version of it, which page of how many.
 *
 * @param document the first eight bytes of the document's id, sixteen hex digits
 * @param version of the document, from 1
 * @param page from 1 to {@code pages}
 */
public record PageCode(String document, int version, int page, int pages) {

    /** The most that two bytes hold. */
    public static final int NUMBER_MAX = 0xFFFF;

    private static final String FORMAT = "LH1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;
    private static final int DOCUMENT_BYTES = 8;
    private static final int CHECKED_BYTES = DOCUMENT_BYTES + 3 * Short.BYTES;
    private static final int BYTES = CHECKED_BYTES + Short.BYTES;
    private static final int TEXT_LENGTH = FORMAT.length() + (BYTES * Byte.SIZE + BASE32_BITS - 1) / BASE32_BITS;
    private static final HexFormat HEX = HexFormat.of();

    public PageCode {
        if (document.length() != 2 * DOCUMENT_BYTES || HEX.parseHex(document).length != DOCUMENT_BYTES) {
            throw new IllegalArgumentException("not sixteen hex digits: " + document);
        }
        if (version < 1 || version > NUMBER_MAX) throw new IllegalArgumentException("version " + version);
        if (page < 1 || page > pages || pages > NUMBER_MAX) throw new IllegalArgumentException("page " + page + " of " + pages);
    }

    /** The code of one page of a document with that id. */
    public static PageCode of(UUID document, int version, int page, int pages) {
        return new PageCode(HEX.toHexDigits(document.getMostSignificantBits()), version, page, pages);
    }

    /** 29 characters, all of QR's alphanumeric alphabet. */
    public String text() {
        var bytes = ByteBuffer.allocate(BYTES).put(HEX.parseHex(document))
            .putShort((short) version).putShort((short) page).putShort((short) pages);
        bytes.putShort((short) crc16(bytes.array()));
        return FORMAT + base32(bytes.array());
    }

    /** Reads a code's text; empty when it is none of ours or its check digits are wrong. */
    public static Optional<PageCode> parse(String text) {
        if (text.length() != TEXT_LENGTH || !text.startsWith(FORMAT)) return Optional.empty();
        var bytes = fromBase32(text.substring(FORMAT.length()));
        if (bytes.isEmpty()) return Optional.empty();
        var read = ByteBuffer.wrap(bytes.get());
        var document = new byte[DOCUMENT_BYTES];
        read.get(document);
        int version = Short.toUnsignedInt(read.getShort());
        int page = Short.toUnsignedInt(read.getShort());
        int pages = Short.toUnsignedInt(read.getShort());
        if (Short.toUnsignedInt(read.getShort()) != crc16(bytes.get())) return Optional.empty();
        if (version < 1 || page < 1 || page > pages) return Optional.empty();
        return Optional.of(new PageCode(HEX.formatHex(document), version, page, pages));
    }

    /** The QR code (version 2, level Q) without its quiet zone: {@code [row][column]}, true is black. */
    boolean[][] modules() {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(text(), ErrorCorrectionLevel.Q, Map.of(EncodeHintType.QR_VERSION, 2)).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("29 alphanumeric characters fit version 2 at level Q", e);
        }
        var modules = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) modules[row][column] = matrix.get(column, row) == 1;
        }
        return modules;
    }

    /** CRC-16/CCITT-FALSE of the bytes before the check digits. */
    private static int crc16(byte[] bytes) {
        int crc = 0xFFFF;
        for (int i = 0; i < CHECKED_BYTES; i++) {
            crc ^= (bytes[i] & 0xFF) << Byte.SIZE;
            for (int bit = 0; bit < Byte.SIZE; bit++) crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            crc &= 0xFFFF;
        }
        return crc;
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = ((held << Byte.SIZE) | (next & 0xFF)) & 0xFFFF;
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        if (bits > 0) text.append(BASE32.charAt((held << (BASE32_BITS - bits)) & 31));
        return text.toString();
    }

    private static Optional<byte[]> fromBase32(String text) {
        var bytes = ByteBuffer.allocate(BYTES);
        int held = 0;
        int bits = 0;
        for (byte letter : text.getBytes(US_ASCII)) {
            int value = BASE32.indexOf(letter);
            if (value < 0) return Optional.empty();
            held = ((held << BASE32_BITS) | value) & 0xFFFF;
            bits += BASE32_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
            }
        }
        return Optional.of(bytes.array());
    }
}
