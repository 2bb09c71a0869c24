package org.liuhen.core.cases;

/** What an officer declares of an item that nothing records. */
public enum Declaration {
    /** 未发生. */
    DID_NOT_OCCUR("didNotOccur"),
    /** 不适用. */
    NOT_APPLICABLE("notApplicable"),
    /** 不需要. */
    NOT_REQUIRED("notRequired");

    private final String word;

    Declaration(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
