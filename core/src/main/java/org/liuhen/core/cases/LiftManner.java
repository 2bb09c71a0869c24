package org.liuhen.core.cases;

/** How a measure ended for a thing. */
public enum LiftManner {
    /** 解除退还. */
    RETURNED("returned"),
    /** 没收. */
    CONFISCATED("confiscated"),
    /** 销毁. */
    DESTROYED("destroyed"),
    /** 移送. */
    TRANSFERRED("transferred"),
    /** 其他. */
    OTHER("other");

    private final String word;

    LiftManner(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
