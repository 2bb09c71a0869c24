package org.liuhen.core.cases;

/** A measure against things. */
public enum MeasureKind {
    /** 先行登记保存. */
    PRESERVATION("preservation"),
    /** 查封. */
    SEALING("sealing"),
    /** 扣押. */
    SEIZURE("seizure"),
    /** 其他行政强制措施. */
    OTHER("other");

    private final String word;

    MeasureKind(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
