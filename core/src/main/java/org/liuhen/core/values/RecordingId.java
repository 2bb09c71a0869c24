package org.liuhen.core.values;

import java.util.UUID;

/** Names a recording (音像记录), and its stream. */
public record RecordingId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static RecordingId parse(String text) {
        return new RecordingId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
