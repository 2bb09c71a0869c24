package org.liuhen.formats;

import org.jspecify.annotations.Nullable;

/** The bytes are not of the format that they should be. Nothing was read from them; the message says what was expected and where. */
public final class Malformed extends RuntimeException {

    /** With what was expected and what was found. */
    public Malformed(String message) {
        super(message);
    }

    /** With the cause beneath. */
    public Malformed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
