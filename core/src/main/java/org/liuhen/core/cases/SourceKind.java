package org.liuhen.core.cases;

/** Where a matter came from. */
public enum SourceKind {
    /** 检查计划. */
    INSPECTION_PLAN("inspectionPlan"),
    /** 投诉举报. */
    COMPLAINT("complaint"),
    /** 移送. */
    TRANSFER("transfer"),
    /** 上级交办. */
    ASSIGNMENT("assignment"),
    /** 抽检结果. */
    TEST_RESULT("testResult"),
    /** 媒体. */
    MEDIA("media"),
    /** 其他. */
    OTHER("other");

    private final String word;

    SourceKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
