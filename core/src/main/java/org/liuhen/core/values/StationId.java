package org.liuhen.core.values;

import java.util.UUID;

/** Names a collection station (采集站). */
public record StationId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static StationId parse(String text) {
        return new StationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
