package org.liuhen.server.cases;

import org.liuhen.core.cases.PartyKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.SourceKind;
import org.liuhen.core.values.Bilingual;

/** What words of a case are called on a page and on paper. */
final class Labels {

    private Labels() {}

    static Bilingual of(RecordedContent content) {
        return switch (content) {
            case EX_OFFICIO -> new Bilingual("依职权启动", "Begun ex officio");
            case ON_APPLICATION -> new Bilingual("依申请启动", "Begun on application");
            case OFFICER_IDENTITY -> new Bilingual("执法人员身份及出示证件", "Officers and their certificates");
            case INQUIRY -> new Bilingual("询问情况", "Inquiry");
            case SITE_INSPECTION -> new Bilingual("现场检查（勘验）情况", "Site inspection");
            case DOCUMENTARY_AND_PHYSICAL_EVIDENCE -> new Bilingual("书证、物证等", "Documentary and physical evidence");
            case SAMPLING -> new Bilingual("抽样取证", "Sampling");
            case TESTING -> new Bilingual("检验、检测、检疫、鉴定", "Testing and appraisal");
            case EVIDENCE_PRESERVATION -> new Bilingual("证据保全", "Preservation of evidence");
            case COERCIVE_MEASURE -> new Bilingual("行政强制措施", "Coercive measure");
            case RIGHTS_NOTICE -> new Bilingual("权利告知", "Notice of rights");
            case RIGHTS_RESPONSE -> new Bilingual("陈述、申辩、回避、听证情况", "What the party did with its rights");
            case HEARING_AND_ARGUMENT -> new Bilingual("听证、论证", "Hearing and argument");
            case HANDLER_PROPOSAL -> new Bilingual("承办人处理建议", "The handlers' proposal");
            case UNIT_PROPOSED_DECISION -> new Bilingual("承办机构拟作决定", "The unit's proposed decision");
            case LEGAL_REVIEW -> new Bilingual("法制审核", "Legal review");
            case COLLECTIVE_DISCUSSION -> new Bilingual("集体讨论", "Collective discussion");
            case HEAD_APPROVAL -> new Bilingual("负责人审批", "Approval of the head");
            case SERVICE -> new Bilingual("送达", "Service of documents");
            case PARTY_PERFORMANCE -> new Bilingual("当事人履行", "Performance by the party");
            case COERCIVE_EXECUTION -> new Bilingual("强制执行", "Coercive execution");
            case CONFISCATED_PROPERTY -> new Bilingual("没收财物处理", "Confiscated property");
            case OFFICER_COUNT -> new Bilingual("检查人数", "Number of officers");
            case OFFICER_NAMES -> new Bilingual("检查人员姓名", "Names of the officers");
            case CERTIFICATE_SHOWN -> new Bilingual("出示证件情况", "Certificates shown");
            case OBJECT_BASICS -> new Bilingual("检查对象基本情况", "Who or what was inspected");
            case SITE_CONDITIONS -> new Bilingual("现场情况", "The site");
            case RESULT -> new Bilingual("检查结果", "Result of the inspection");
            case OTHER -> new Bilingual("其他应当记录的内容", "Anything else to be recorded");
        };
    }

    static Bilingual of(Right right) {
        return switch (right) {
            case STATEMENT -> new Bilingual("陈述", "Statement");
            case DEFENCE -> new Bilingual("申辩", "Defence");
            case RECUSAL -> new Bilingual("申请回避", "Recusal");
            case HEARING -> new Bilingual("申请听证", "Hearing");
        };
    }

    static Bilingual of(PartyKind kind) {
        return switch (kind) {
            case PERSON -> new Bilingual("自然人", "Natural person");
            case COMPANY -> new Bilingual("法人", "Company");
            case UNIT -> new Bilingual("其他组织", "Other organisation");
        };
    }

    static Bilingual of(SourceKind kind) {
        return switch (kind) {
            case INSPECTION_PLAN -> new Bilingual("检查计划", "Inspection plan");
            case COMPLAINT -> new Bilingual("投诉举报", "Complaint or report");
            case TRANSFER -> new Bilingual("移送", "Transfer");
            case ASSIGNMENT -> new Bilingual("上级交办", "Assignment from above");
            case TEST_RESULT -> new Bilingual("抽检结果", "Result of a test");
            case MEDIA -> new Bilingual("媒体", "Media");
            case OTHER -> new Bilingual("其他", "Other");
        };
    }
}
