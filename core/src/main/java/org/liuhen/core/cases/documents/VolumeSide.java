package org.liuhen.core.cases.documents;

/** Where a document is bound (正卷、副卷). What stands in the secondary volume never reaches a party. */
public enum VolumeSide {
    /** 正卷. */
    MAIN("main"),
    /** 副卷. */
    SECONDARY("secondary");

    private final String word;

    VolumeSide(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
