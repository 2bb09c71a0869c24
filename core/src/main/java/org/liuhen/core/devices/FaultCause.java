package org.liuhen.core.devices;

/** What a fault comes from, as far as is known. */
public enum FaultCause {
    /** 自然损耗. */
    WEAR("wear"),
    /** 产品质量. */
    QUALITY("quality"),
    /** 使用不当. */
    MISUSE("misuse"),
    /** 不明. */
    UNKNOWN("unknown");

    private final String word;

    FaultCause(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
