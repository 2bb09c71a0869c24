package org.liuhen.core.recordings;

/** What a recording is, by what is in it, not by its name. */
public enum MediaKind {
    VIDEO("video"),
    AUDIO("audio"),
    PHOTO("photo"),
    OTHER("other");

    private final String word;

    MediaKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
