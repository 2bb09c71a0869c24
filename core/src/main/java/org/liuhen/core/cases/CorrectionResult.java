package org.liuhen.core.cases;

/** What a follow-up of an ordered correction found. */
public enum CorrectionResult {
    /** 已改正. */
    CORRECTED("corrected"),
    /** 部分改正. */
    PARTLY("partly"),
    /** 未改正. */
    NOT_CORRECTED("notCorrected");

    private final String word;

    CorrectionResult(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
