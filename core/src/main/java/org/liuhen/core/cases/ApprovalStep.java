package org.liuhen.core.cases;

/** A step of an approval. */
public enum ApprovalStep {
    /** 承办机构负责人. */
    UNIT_HEAD("unitHead"),
    /** 法制审核. */
    LEGAL_REVIEW("legalReview"),
    /** 机关负责人. */
    AGENCY_HEAD("agencyHead");

    private final String word;

    ApprovalStep(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
