package org.liuhen.core.cases.documents;

import java.util.regex.Pattern;

/** 文号代字: the word in a document's number that tells its series, for example 罚决. One to eight Chinese characters. */
public record NumberWord(String value) implements Comparable<NumberWord> {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}{1,8}");

    public NumberWord {
        if (!WORD.matcher(value).matches()) throw new IllegalArgumentException("not one to eight Chinese characters: " + value);
    }

    @Override
    public int compareTo(NumberWord other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
