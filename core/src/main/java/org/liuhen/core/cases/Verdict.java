package org.liuhen.core.cases;

/** What somebody answers to a request. */
public enum Verdict {
    /** 同意. */
    AGREED("agreed"),
    /** 退回. */
    RETURNED("returned"),
    /** 不同意. */
    REFUSED("refused");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
