package org.liuhen.core.cases.documents;

import java.util.regex.Pattern;

/** Names a template, for ever: English words of the glossary with dashes, for example {@code inquiry-record}. */
public record TemplateId(String value) implements Comparable<TemplateId> {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX = 64;

    public TemplateId {
        if (value.length() > MAX || !ID.matcher(value).matches()) {
            throw new IllegalArgumentException("not small letters and digits with dashes between, at most " + MAX + ": " + value);
        }
    }

    @Override
    public int compareTo(TemplateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
