package org.liuhen.core.devices;

/** How a device was lost. */
public enum LossKind {
    /** 遗失. */
    LOST("lost"),
    /** 被盗. */
    STOLEN("stolen");

    private final String word;

    LossKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
