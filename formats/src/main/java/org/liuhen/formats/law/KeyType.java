package org.liuhen.formats.law;

/** What a key's value is. docs/formats.md, section 9. */
public enum KeyType {
    /** {@code true} or {@code false}. */
    FLAG("flag"),
    /** A whole number from 0 on. */
    COUNT("count"),
    /** A whole number for words of the list. */
    COUNTS("counts"),
    /** One word of the list. */
    WORD("word"),
    /** Several words of the list. */
    WORDS("words"),
    /** Several free texts. */
    TEXTS("texts"),
    /** Words of the list, each with its own article and contents. */
    ELEMENTS("elements"),
    /** A time span, {@code promptly}, or a word of the list. */
    LIMIT("limit"),
    /** A day, or a word of the list. */
    DAY("day"),
    /** A free text. */
    TEXT("text");

    private final String word;

    KeyType(String word) {
        this.word = word;
    }

    /** As in files. */
    public String word() {
        return word;
    }

    boolean needsWords() {
        return this == WORD || this == WORDS || this == ELEMENTS || this == COUNTS;
    }

    boolean mayHaveWords() {
        return needsWords() || this == LIMIT || this == DAY;
    }
}
