package org.liuhen.core.cases;

/** What began the case. */
public enum Origin {
    /** 依职权. */
    EX_OFFICIO("exOfficio"),
    /** 依申请. */
    ON_APPLICATION("onApplication");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
