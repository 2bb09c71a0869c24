package org.liuhen.core.recordings.continuity;

/** Which pictures were looked at. */
public enum Pictures {
    /** Each one. */
    EVERY("every"),
    /** Those that stand for themselves, a few seconds apart. */
    KEY("key");

    private final String word;

    Pictures(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
