package org.liuhen.core.cases;

/** How far the party has performed. */
public enum PerformanceStatus {
    /** 全部履行. */
    FULL("full"),
    /** 部分履行. */
    PARTIAL("partial"),
    /** 未履行. */
    NONE("none");

    private final String word;

    PerformanceStatus(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
