package org.liuhen.formats;

import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;

/**
 * The bytes are not of the format that they should be. Nothing was read from them; the message says what was expected and where.
 */
public final class Malformed extends RuntimeException {

    /** With what was expected and what was found. */
    public Malformed(String message) {
        super(message);
    }

    /** With the cause beneath. */
    public Malformed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** For a file that a person wrote. */
    public Malformed(Bilingual message) {
        super(message.toString());
    }
}
