package org.liuhen.core.cases.documents;

/** In what capacity somebody signs a document (签名人身份). */
public enum Capacity {
    /** 当事人. */
    PARTY("party"),
    /** 在场人. */
    PERSON_PRESENT("personPresent"),
    /** 其他有关人员, for example a witness to facts who is questioned. */
    PERSON_CONCERNED("personConcerned"),
    /** 执法人员. */
    OFFICER("officer"),
    /** 记录人. */
    RECORDER("recorder"),
    /** 见证人. */
    ATTESTING_WITNESS("attestingWitness"),
    /** 听证或讨论主持人. */
    HOST("host"),
    /** 听证或讨论参加人: every one that the document lists. */
    PARTICIPANT("participant"),
    /** 专家、鉴定人. */
    EXPERT("expert"),
    /** 承办人. */
    HANDLER("handler"),
    /** 审核人. */
    REVIEWER("reviewer"),
    /** 批准人. */
    APPROVER("approver"),
    /** 受送达人或者代收人. */
    RECIPIENT("recipient"),
    /** 送达人. */
    SERVER("server"),
    /** 保管人. */
    CUSTODIAN("custodian");

    private final String word;

    Capacity(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
