package org.liuhen.formats.law;

import org.liuhen.core.values.Bilingual;

/** How far the software goes along with an article. */
public enum ArticleStatus {
    /** Checked or done by the software. */
    ENCODED("encoded", "已实现", "encoded"),
    /** In part; the reason says what is left. */
    PARTIAL("partial", "部分实现", "partial"),
    /** Tells who decides or how; nothing that could be broken. */
    PROCEDURAL("procedural", "程序性", "procedural"),
    /** For the agency itself; nothing for software to enforce. */
    ORGANISATIONAL("organisational", "机关自行落实", "organisational"),
    /** Not yet. */
    LATER("later", "待建", "later");

    private final String word;
    private final String zh;
    private final String en;

    ArticleStatus(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    /** As in files. */
    public String word() {
        return word;
    }

    /** For people. */
    public Bilingual title() {
        return new Bilingual(zh, en);
    }
}
