package org.liuhen.core.cases;

/** A way of coercive execution (CL-17). */
public enum ExecutionMethod {
    /** 加处罚款或者滞纳金. */
    ADDITIONAL_FINE("additionalFineOrLateFee"),
    /** 拍卖或者依法处理. */
    AUCTION("auctionOrDisposal"),
    /** 排除妨碍、恢复原状. */
    RESTORATION("removeObstructionRestore"),
    /** 代履行. */
    SUBSTITUTE("substitutePerformance"),
    /** 其他. */
    OTHER("other");

    private final String word;

    ExecutionMethod(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
