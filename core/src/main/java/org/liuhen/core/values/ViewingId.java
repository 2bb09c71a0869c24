package org.liuhen.core.values;

import java.util.UUID;

/** Names one viewing (查阅) of a recording. */
public record ViewingId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ViewingId parse(String text) {
        return new ViewingId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
