package org.liuhen.core.values;

import java.util.UUID;

/** Names a document (文书) of a case, from its first draft on. */
public record DocumentId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static DocumentId parse(String text) {
        return new DocumentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
