package org.liuhen.core.cases;

/** What became of confiscated property. */
public enum DisposalManner {
    /** 上缴国库. */
    TREASURY("treasury"),
    /** 拍卖. */
    AUCTION("auction"),
    /** 销毁. */
    DESTRUCTION("destruction"),
    /** 退还. */
    RETURN("return"),
    /** 其他. */
    OTHER("other");

    private final String word;

    DisposalManner(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
