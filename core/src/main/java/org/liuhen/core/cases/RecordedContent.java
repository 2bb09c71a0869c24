package org.liuhen.core.cases;

/** What an agency's text wants recorded, stage by stage (应当记录的内容): the words of the keys {@code record.….required}. */
public enum RecordedContent {
    /** 依职权启动: 事项来源、启动原因. */
    EX_OFFICIO("exOfficio"),
    /** 依申请启动: 申请、补正、受理. */
    ON_APPLICATION("onApplication"),
    /** 执法人员身份、证号及出示证件情况. */
    OFFICER_IDENTITY("officerIdentity"),
    /** 询问情况. */
    INQUIRY("inquiry"),
    /** 现场检查（勘验）情况. */
    SITE_INSPECTION("siteInspection"),
    /** 调取书证、物证等情况. */
    DOCUMENTARY_AND_PHYSICAL_EVIDENCE("documentaryAndPhysicalEvidence"),
    /** 抽样取证. */
    SAMPLING("sampling"),
    /** 检测、检验、检疫、鉴定. */
    TESTING("testing"),
    /** 证据保全. */
    EVIDENCE_PRESERVATION("evidencePreservation"),
    /** 行政强制措施. */
    COERCIVE_MEASURE("coerciveMeasure"),
    /** 权利告知. */
    RIGHTS_NOTICE("rightsNotice"),
    /** 陈述、申辩、回避、听证情况. */
    RIGHTS_RESPONSE("rightsResponse"),
    /** 听证、论证. */
    HEARING_AND_ARGUMENT("hearingAndArgument"),
    /** 承办人处理建议. */
    HANDLER_PROPOSAL("handlerProposal"),
    /** 承办机构拟作决定. */
    UNIT_PROPOSED_DECISION("unitProposedDecision"),
    /** 法制审核. */
    LEGAL_REVIEW("legalReview"),
    /** 集体讨论. */
    COLLECTIVE_DISCUSSION("collectiveDiscussion"),
    /** 负责人审批. */
    HEAD_APPROVAL("headApproval"),
    /** 送达. */
    SERVICE("service"),
    /** 当事人履行. */
    PARTY_PERFORMANCE("partyPerformance"),
    /** 强制执行. */
    COERCIVE_EXECUTION("coerciveExecution"),
    /** 没收财物处理. */
    CONFISCATED_PROPERTY("confiscatedProperty"),
    /** 检查人数. */
    OFFICER_COUNT("officerCount"),
    /** 检查人员姓名. */
    OFFICER_NAMES("officerNames"),
    /** 出示证件情况. */
    CERTIFICATE_SHOWN("certificateShown"),
    /** 检查对象基本情况. */
    OBJECT_BASICS("objectBasics"),
    /** 现场情况. */
    SITE_CONDITIONS("siteConditions"),
    /** 检查结果. */
    RESULT("result"),
    /** 其他应当记录的内容. */
    OTHER("other");

    private final String word;

    RecordedContent(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
