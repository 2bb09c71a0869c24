package org.liuhen.core.law;

import java.util.regex.Pattern;

/** Names an article (条款) as the catalogue does, for ever: {@code SQ-M-12.p2}, {@code LX-14}, {@code CN-penalty-60}. */
public record ArticleId(String value) implements Comparable<ArticleId> {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,7}(-[A-Za-z0-9]+)+(\\.[a-z0-9]+)*");

    public ArticleId {
        if (!ID.matcher(value).matches()) throw new IllegalArgumentException("not an article's id like SQ-M-21: " + value);
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
