package org.liuhen.core.devices;

/** How a device comes back. */
public enum Condition {
    /** 完好. */
    GOOD("good"),
    /** 有故障. */
    FAULTY("faulty"),
    /** 损坏. */
    DAMAGED("damaged"),
    /** 使用不当造成损坏. */
    MISUSED("misused");

    private final String word;

    Condition(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
