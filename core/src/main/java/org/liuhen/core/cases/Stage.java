package org.liuhen.core.cases;

/** The four stages of a case (环节). They may overlap. */
public enum Stage {
    /** 程序启动. */
    INITIATION("initiation"),
    /** 调查取证. */
    INVESTIGATION("investigation"),
    /** 审查决定. */
    REVIEW_DECISION("reviewDecision"),
    /** 送达执行. */
    SERVICE_EXECUTION("serviceExecution");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
