package org.liuhen.core.cases.documents;

/** Kinds of document (文字记录的种类). */
public enum DocumentKind {
    /** 向当事人出具的文书. */
    ISSUED("issued"),
    /** 调查取证文书. */
    EVIDENCE("evidence"),
    /** 内部审批文书. */
    INTERNAL_APPROVAL("internalApproval"),
    /** 听证文书. */
    HEARING("hearing"),
    /** 送达文书. */
    SERVICE("service"),
    /** 检验、鉴定结论. */
    TEST_APPRAISAL("testAppraisal"),
    /** 专家论证报告. */
    EXPERT_REPORT("expertReport"),
    /** 工作记录、情况说明. */
    WORK_RECORD("workRecord");

    private final String word;

    DocumentKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
