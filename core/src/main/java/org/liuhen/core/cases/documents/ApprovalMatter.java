package org.liuhen.core.cases.documents;

/** What must be approved before a document is final (审批事项). */
public enum ApprovalMatter {
    /** 立案. */
    CASE_OPENING("caseOpening"),
    /** 不予立案. */
    CASE_NOT_OPENED("caseNotOpened"),
    /** 先行登记保存及其处理. */
    PRESERVATION("preservation"),
    /** 查封、扣押等强制措施. */
    MEASURE("measure"),
    /** 延长强制措施期限. */
    MEASURE_EXTENSION("measureExtension"),
    /** 解除强制措施. */
    MEASURE_LIFTING("measureLifting"),
    /** 委托检验、鉴定. */
    TEST("test"),
    /** 回避. */
    RECUSAL("recusal"),
    /** 许可申请的受理、不予受理. */
    ACCEPTANCE("acceptance"),
    /** 行政处罚告知. */
    NOTICE("notice"),
    /** 组织听证. */
    HEARING("hearing"),
    /** 行政处罚等决定. */
    DECISION("decision"),
    /** 许可决定. */
    LICENCE_DECISION("licenceDecision"),
    /** 延长办理期限. */
    TIME_EXTENSION("timeExtension"),
    /** 中止、恢复. */
    SUSPENSION("suspension"),
    /** 终止. */
    TERMINATION("termination"),
    /** 移送. */
    TRANSFER("transfer"),
    /** 责令改正. */
    CORRECTION("correction"),
    /** 公告送达. */
    PUBLIC_NOTICE("publicNotice"),
    /** 延期、分期缴纳. */
    PAYMENT("payment"),
    /** 强制执行. */
    EXECUTION("execution"),
    /** 申请法院强制执行. */
    COURT_APPLICATION("courtApplication"),
    /** 没收、扣押财物处理. */
    DISPOSAL("disposal"),
    /** 免予音像记录. */
    EXEMPTION("exemption"),
    /** 撤销、变更已作出的决定. */
    REVOCATION("revocation"),
    /** 结案. */
    CLOSING("closing");

    private final String word;

    ApprovalMatter(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
