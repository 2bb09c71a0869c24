package org.liuhen.core.cases.rules;

import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.values.Bilingual;

/** What the items and rights are called in sentences. */
public final class Words {

    private Words() {}

    /** An item of a stage's table. */
    public static Bilingual of(RecordedContent content) {
        return switch (content) {
            case EX_OFFICIO -> new Bilingual("依职权启动：事项来源和启动原因", "ex officio: source and cause");
            case ON_APPLICATION -> new Bilingual("依申请启动：申请、补正、受理", "on application: application, supplement, acceptance");
            case OFFICER_IDENTITY -> new Bilingual("执法人员姓名、执法证号和出示证件情况", "officers, certificates and their showing");
            case INQUIRY -> new Bilingual("询问情况", "inquiry");
            case SITE_INSPECTION -> new Bilingual("现场检查（勘验）情况", "site inspection");
            case DOCUMENTARY_AND_PHYSICAL_EVIDENCE -> new Bilingual("书证、物证等证据的调取", "documentary and physical evidence");
            case SAMPLING -> new Bilingual("抽样取证", "sampling");
            case TESTING -> new Bilingual("检测、检验、检疫、鉴定", "testing and appraisal");
            case EVIDENCE_PRESERVATION -> new Bilingual("证据保全", "evidence preservation");
            case COERCIVE_MEASURE -> new Bilingual("行政强制措施", "coercive measure");
            case RIGHTS_NOTICE -> new Bilingual("权利告知", "rights notice");
            case RIGHTS_RESPONSE -> new Bilingual("当事人陈述、申辩、申请回避、申请听证情况", "the party's response to its rights");
            case HEARING_AND_ARGUMENT -> new Bilingual("听证、论证", "hearing and expert argument");
            case HANDLER_PROPOSAL -> new Bilingual("承办人的处理意见", "the handler's proposal");
            case UNIT_PROPOSED_DECISION -> new Bilingual("承办机构拟作出的决定", "the unit's proposed decision");
            case LEGAL_REVIEW -> new Bilingual("法制审核", "legal review");
            case COLLECTIVE_DISCUSSION -> new Bilingual("集体讨论", "collective discussion");
            case HEAD_APPROVAL -> new Bilingual("机关负责人审批", "approval by the agency's head");
            case SERVICE -> new Bilingual("送达情况", "service of documents");
            case PARTY_PERFORMANCE -> new Bilingual("当事人履行情况", "the party's performance");
            case COERCIVE_EXECUTION -> new Bilingual("强制执行情况", "coercive execution");
            case CONFISCATED_PROPERTY -> new Bilingual("没收财物处理情况", "disposal of confiscated property");
            case OFFICER_COUNT -> new Bilingual("检查人数", "number of officers");
            case OFFICER_NAMES -> new Bilingual("检查人员姓名", "names of officers");
            case CERTIFICATE_SHOWN -> new Bilingual("出示证件情况", "showing of certificates");
            case OBJECT_BASICS -> new Bilingual("检查对象基本情况", "basics of the inspected party");
            case SITE_CONDITIONS -> new Bilingual("现场情况", "site conditions");
            case RESULT -> new Bilingual("检查结果", "result of the inspection");
            case OTHER -> new Bilingual("其他应当记录的内容", "other contents");
        };
    }

    /** A right of the party. */
    public static Bilingual of(Right right) {
        return switch (right) {
            case STATEMENT -> new Bilingual("陈述权", "the right to make a statement");
            case DEFENCE -> new Bilingual("申辩权", "the right to defence");
            case RECUSAL -> new Bilingual("申请回避权", "the right to ask for recusal");
            case HEARING -> new Bilingual("申请听证权", "the right to ask for a hearing");
        };
    }

    /** In what capacity somebody signs. */
    public static Bilingual of(Capacity as) {
        return switch (as) {
            case PARTY -> new Bilingual("当事人", "party");
            case PERSON_PRESENT -> new Bilingual("在场人", "person present");
            case PERSON_CONCERNED -> new Bilingual("被询问人或者其他有关人员", "person asked or otherwise concerned");
            case OFFICER -> new Bilingual("执法人员", "officer");
            case RECORDER -> new Bilingual("记录人", "recorder");
            case ATTESTING_WITNESS -> new Bilingual("见证人", "attesting witness");
            case HOST -> new Bilingual("主持人", "host");
            case PARTICIPANT -> new Bilingual("参加人", "participant");
            case EXPERT -> new Bilingual("专家、鉴定人", "expert");
            case HANDLER -> new Bilingual("承办人", "handler");
            case REVIEWER -> new Bilingual("审核人", "reviewer");
            case APPROVER -> new Bilingual("批准人", "approver");
            case RECIPIENT -> new Bilingual("受送达人", "recipient");
            case SERVER -> new Bilingual("送达人", "server");
            case CUSTODIAN -> new Bilingual("保管人", "custodian");
        };
    }
}
