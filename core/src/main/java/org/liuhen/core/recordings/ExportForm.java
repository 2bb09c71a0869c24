package org.liuhen.core.recordings;

/** In what form a recording was given out. */
public enum ExportForm {
    /** With custody, receipts and format text. */
    BUNDLE("bundle"),
    /** The file alone. */
    DOWNLOAD("download");

    private final String word;

    ExportForm(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
