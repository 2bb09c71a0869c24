package org.liuhen.core.values;

import java.util.regex.Pattern;

/** Names a unit (执法机构) within its agency: 1–32 letters, digits, {@code -} or {@code _}. */
public record UnitCode(String value) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public UnitCode {
        if (!CODE.matcher(value).matches()) throw new IllegalArgumentException("not a unit code: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
