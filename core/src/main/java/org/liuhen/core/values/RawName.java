package org.liuhen.core.values;

import java.util.Base64;

/**
 * A file name or path exactly as the device has it: bytes of an encoding nobody promises (old cameras write GBK). Held as
 * base64, so that
 * two of them can be compared.
 *
 * @param base64 RFC 4648 section 4, with padding
 */
public record RawName(String base64) {

    /** The most bytes a raw path may have. */
    public static final int BYTES_MAX = 4096;

    public RawName {
        var bytes = Base64.getDecoder().decode(base64); // IllegalArgumentException when it is not base64
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not canonical base64: " + base64);
        }
        if (bytes.length == 0 || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("a name has 1 to " + BYTES_MAX + " bytes, not " + bytes.length);
        }
    }

    /** The name with these bytes. */
    public static RawName of(byte[] bytes) {
        return new RawName(Base64.getEncoder().encodeToString(bytes));
    }

    /** The bytes; a new array each time. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return base64;
    }
}
