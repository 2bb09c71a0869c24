package org.liuhen.core.cases.documents;

/** Where the form of a document comes from (文书格式来源). */
public enum FormSource {
    /** 法律、法规、规章规定的格式. */
    LAW("law"),
    /** 省级统一格式. */
    PROVINCE("province"),
    /** 国务院部门制定的格式. */
    STATE_COUNCIL_DEPARTMENT("stateCouncilDepartment"),
    /** 本系统提供的格式. */
    PRODUCT("product");

    private final String word;

    FormSource(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
