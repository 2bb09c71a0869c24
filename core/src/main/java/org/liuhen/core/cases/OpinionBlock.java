package org.liuhen.core.cases;

/** A block of an internal approval document (SQ-M-13). */
public enum OpinionBlock {
    /** 承办人意见和理由. */
    HANDLER("handler"),
    /** 审核人意见. */
    REVIEWER("reviewer"),
    /** 审批人意见. */
    APPROVER("approver");

    private final String word;

    OpinionBlock(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
