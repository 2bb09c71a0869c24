package org.liuhen.core.cases;

/** What a party is. */
public enum PartyKind {
    /** 自然人. */
    PERSON("person"),
    /** 法人. */
    COMPANY("company"),
    /** 其他组织. */
    UNIT("unit");

    private final String word;

    PartyKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
