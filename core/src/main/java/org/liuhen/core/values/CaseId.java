package org.liuhen.core.values;

import java.util.UUID;

/** Names a case (案件), and its stream. */
public record CaseId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static CaseId parse(String text) {
        var id = new CaseId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
