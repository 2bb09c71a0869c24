package org.liuhen.core.cases;

/** By which procedure the case is handled. */
public enum Procedure {
    /** 普通程序. */
    ORDINARY("ordinary"),
    /** 简易程序. */
    SUMMARY("summary");

    private final String word;

    Procedure(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
