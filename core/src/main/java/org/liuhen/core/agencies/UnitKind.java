package org.liuhen.core.agencies;

/** What a unit is. */
public enum UnitKind {
    /** 股室. */
    SECTION("section"),
    /** 分局. */
    BRANCH("branch"),
    /** 大队. */
    BRIGADE("brigade"),
    /** 办公室. */
    OFFICE("office"),
    /** 法制机构. */
    LEGAL_SECTION("legalSection"),
    /** 财务. */
    FINANCE("finance"),
    /** 监督机构. */
    SUPERVISION("supervision"),
    OTHER("other");

    private final String word;

    UnitKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
