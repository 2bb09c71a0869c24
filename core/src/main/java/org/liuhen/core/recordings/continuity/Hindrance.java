package org.liuhen.core.recordings.continuity;

/** Why a check was not performed. */
public enum Hindrance {
    /** It took longer than it may. */
    TIME("time"),
    /** It needed more memory, or wrote more, than it may. */
    MEMORY("memory"),
    /** The media tool cannot read it. */
    DECODER("decoder"),
    /** The recording is longer than what is looked through. */
    TOO_LONG("too-long");

    private final String word;

    Hindrance(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
