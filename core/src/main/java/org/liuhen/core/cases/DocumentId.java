package org.liuhen.core.cases;

import java.util.UUID;

/** Names a document (文书) of a case. */
public record DocumentId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static DocumentId parse(String text) {
        var id = new DocumentId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
