package org.liuhen.core.values;

import java.util.UUID;

/** Names a device, and its stream. */
public record DeviceId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static DeviceId parse(String text) {
        return new DeviceId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
