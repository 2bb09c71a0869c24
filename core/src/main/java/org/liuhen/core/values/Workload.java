package org.liuhen.core.values;

/** How busy a unit is (任务量); the agency says which. */
public enum Workload {
    /** 任务较多. */
    HEAVY("heavy"),
    /** 任务较少. */
    LIGHT("light");

    private final String word;

    Workload(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
