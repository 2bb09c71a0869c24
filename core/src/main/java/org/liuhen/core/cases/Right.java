package org.liuhen.core.cases;

/** A right that the party is told of. */
public enum Right {
    /** 陈述. */
    STATEMENT("statement"),
    /** 申辩. */
    DEFENCE("defence"),
    /** 申请回避. */
    RECUSAL("recusal"),
    /** 申请听证. */
    HEARING("hearing");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
