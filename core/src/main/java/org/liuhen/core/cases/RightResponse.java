package org.liuhen.core.cases;

/** What the party did with a right. */
public enum RightResponse {
    /** 行使. */
    EXERCISED("exercised"),
    /** 放弃. */
    WAIVED("waived"),
    /** 未表示. */
    SILENT("silent");

    private final String word;

    RightResponse(String word) {
        this.word = word;
    }

    /** The word in files and answers. */
    public String word() {
        return word;
    }
}
