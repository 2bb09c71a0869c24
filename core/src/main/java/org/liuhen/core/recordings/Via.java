package org.liuhen.core.recordings;

/** How a file came. */
public enum Via {
    STATION("station"),
    BROWSER("browser");

    private final String word;

    Via(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
