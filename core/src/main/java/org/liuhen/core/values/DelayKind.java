package org.liuhen.core.values;

/** Why what a device recorded comes later than it should. */
public enum DelayKind {
    /** 储存例外: a ground that the agency's text names; the time of storing runs from the return. */
    EXCEPTION("exception"),
    /** 说明原因: anything else; the time stays what it is, and whoever judges it knows why. */
    EXCUSE("excuse");

    private final String word;

    DelayKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
