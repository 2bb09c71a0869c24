package org.liuhen.core.cases;

import java.util.Arrays;

/** A block of an internal approval document (SQ-M-13). */
public enum OpinionBlock {
    /** 承办人意见和理由. */
    HANDLER("handler", "handlerOpinion", "handledOn"),
    /** 审核人意见. */
    REVIEWER("reviewer", "reviewerOpinion", "reviewedOn"),
    /** 审批人意见. */
    APPROVER("approver", "approverOpinion", "approvedOn");

    /** The field of the handler's reasons. */
    public static final String HANDLER_REASON = "handlerReason";

    private final String word;
    private final String opinionField;
    private final String dayField;

    OpinionBlock(String word, String opinionField, String dayField) {
        this.word = word;
        this.opinionField = opinionField;
        this.dayField = dayField;
    }

    /** The field of a document that holds the opinion. */
    public String opinionField() {
        return opinionField;
    }

    /** The field of a document that holds the day on which it was signed. */
    public String dayField() {
        return dayField;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }

    /** Whether the field belongs to one of the blocks. */
    public static boolean holds(String field) {
        return field.equals(HANDLER_REASON)
                || Arrays.stream(values()).anyMatch(block -> block.opinionField.equals(field) || block.dayField.equals(field));
    }
}
