package org.liuhen.core.agencies;

/** What a custodian keeps. */
public enum CustodyKind {
    /** 记录资料. */
    RECORDS("records"),
    /** 记录设备. */
    DEVICES("devices");

    private final String word;

    CustodyKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
