package org.liuhen.core.values;

import java.util.UUID;

/** Names a hand-in (移交): one session of one source. Made by the client. */
public record HandInId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static HandInId parse(String text) {
        return new HandInId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
