package org.liuhen.core.recordings;

/** A copy made for looking at. The original is never touched. */
public enum CopyKind {
    /** Small pictures in one sheet. */
    THUMBNAILS("thumbnails"),
    /** What a browser can play. */
    WEB("web"),
    /** One picture. */
    POSTER("poster");

    private final String word;

    CopyKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
