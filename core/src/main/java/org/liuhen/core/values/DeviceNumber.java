package org.liuhen.core.values;

import java.util.regex.Pattern;

/** The number on the device (设备编号), unique in its agency: 1–64 characters, no control characters, no space at either end. */
public record DeviceNumber(String value) {

    private static final Pattern NUMBER = Pattern.compile("[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,62}[^\\p{Cntrl}\\s])?");

    public DeviceNumber {
        if (!NUMBER.matcher(value).matches()) throw new IllegalArgumentException("not a device number: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
