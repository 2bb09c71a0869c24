package org.liuhen.core.cases;

/** Why a case ends. */
public enum EndGround {
    /** 履行完毕. */
    PERFORMED("performed"),
    /** 强制执行完毕. */
    EXECUTED("executed"),
    /** 申请法院强制执行. */
    COURT_APPLICATION("courtApplication"),
    /** 不予处罚. */
    NO_PENALTY("noPenalty"),
    /** 撤销立案、终止调查. */
    DISMISSED("dismissed"),
    /** 申请撤回. */
    WITHDRAWN("withdrawn"),
    /** 移送. */
    TRANSFERRED("transferred"),
    /** 并案. */
    MERGED("merged"),
    /** 准予许可. */
    GRANTED("granted"),
    /** 不予许可、不予受理. */
    REFUSED("refused"),
    /** 检查未发现问题. */
    NO_VIOLATION("noViolation"),
    /** 其他. */
    OTHER("other");

    private final String word;

    EndGround(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
