package org.liuhen.core.recordings;

/** What a stream inside a file carries. */
public enum StreamKind {
    VIDEO("video"),
    AUDIO("audio"),
    SUBTITLE("subtitle"),
    DATA("data"),
    OTHER("other");

    private final String word;

    StreamKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
