package org.liuhen.core.recordings.activities;

import java.util.UUID;

/** Names a field activity (现场执法活动), and its stream. */
public record ActivityId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ActivityId parse(String text) {
        var id = new ActivityId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
