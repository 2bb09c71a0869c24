package org.liuhen.core.cases;

import java.util.UUID;

/** Names one service of documents (送达). */
public record ServiceId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ServiceId parse(String text) {
        var id = new ServiceId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
