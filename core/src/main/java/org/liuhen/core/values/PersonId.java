package org.liuhen.core.values;

import java.util.UUID;

/** Names a person of the register, for ever. */
public record PersonId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PersonId parse(String text) {
        return new PersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
