package org.liuhen.core.values;

import java.util.UUID;

/** Names a place of the register (场所), and its stream. */
public record PlaceId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static PlaceId parse(String text) {
        return new PlaceId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
