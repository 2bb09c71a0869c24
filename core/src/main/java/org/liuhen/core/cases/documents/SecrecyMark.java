package org.liuhen.core.cases.documents;

/** What a document holds that not everybody may see (涉密标识). */
public enum SecrecyMark {
    /** 无. */
    NONE("none"),
    /** 个人信息. */
    PERSONAL_INFORMATION("personalInformation"),
    /** 个人隐私. */
    PRIVACY("privacy"),
    /** 商业秘密. */
    COMMERCIAL_SECRET("commercialSecret"),
    /** 国家秘密. */
    STATE_SECRET("stateSecret");

    private final String word;

    SecrecyMark(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
