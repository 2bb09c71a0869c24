package org.liuhen.core.values;

import java.util.regex.Pattern;

/** Names an agency (执法机关) and its ledger, for ever: 2–8 capital letters or digits, for example {@code SQ}. */
public record AgencyCode(String value) implements Comparable<AgencyCode> {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,8}");

    public AgencyCode {
        if (!CODE.matcher(value).matches()) throw new IllegalArgumentException("not 2–8 capital letters or digits: " + value);
    }

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
