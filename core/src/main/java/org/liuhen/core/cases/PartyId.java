package org.liuhen.core.cases;

import java.util.UUID;

/** Names a party (当事人) of a case. */
public record PartyId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PartyId parse(String text) {
        var id = new PartyId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
