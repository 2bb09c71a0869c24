package org.liuhen.core.values;

/** One sentence for people, in Chinese and in English. */
public record Bilingual(String zh, String en) {
    public Bilingual {
        if (zh.isBlank() || en.isBlank()) throw new IllegalArgumentException("both languages, please: " + zh + " / " + en);
    }

    /** Both, for a terminal or a log. */
    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
