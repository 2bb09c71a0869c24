package org.liuhen.core.cases;

/** Kinds of case (行政行为的种类). */
public enum CaseKind {
    /** 行政处罚. */
    PENALTY("penalty"),
    /** 行政许可. */
    LICENCE("licence"),
    /** 行政强制. */
    COERCION("coercion"),
    /** 行政检查. */
    INSPECTION("inspection"),
    /** 日常检查, where an agency keeps it apart from inspection. */
    DAILY_INSPECTION("dailyInspection"),
    /** 行政收费. */
    CHARGE("charge");

    private final String word;

    CaseKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
