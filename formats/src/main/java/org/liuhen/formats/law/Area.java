package org.liuhen.formats.law;

import org.liuhen.core.values.Bilingual;

/** What part of the work an article is about, and the page that shows its standing. The words are the catalogue's. */
public enum Area {
    /** The text as such: scope, set-up, day of entry into force. */
    CONFIG("config", "适用规则", "Rules in force", "现行规则", "rules in force"),
    /** The course of a case. */
    CASE("case", "案件办理", "Case", "案件 · 阶段清单", "case, checklist of the stage"),
    /** Written documents. */
    TEXT_RECORD("text-record", "文字记录", "Text records", "案件 · 文书", "case, documents"),
    /** What is recorded on site, and how. */
    AV_RECORD("av-record", "音像记录", "Audiovisual records", "现场执法活动", "field activities"),
    /** Hand-in and storing. */
    COLLECTION("collection", "采集入库", "Collection", "音像记录 · 入库", "recordings, hand-in"),
    /** Devices. */
    DEVICE("device", "设备管理", "Devices", "设备", "devices"),
    /** Keeping and retention. */
    STORAGE("storage", "保存期限", "Keeping", "保管", "keeping"),
    /** Volumes. */
    ARCHIVE("archive", "立卷归档", "Archive", "档案", "archive"),
    /** Discs and supply as evidence. */
    EVIDENCE_EXPORT("evidence-export", "证据制作", "Evidence export", "证据包与光盘", "bundles and discs"),
    /** Viewing, copying, supply, secrecy. */
    ACCESS("access", "查阅复制", "Access", "查阅与复制", "viewing and copying"),
    /** Spot checks and answering for faults. */
    SUPERVISION("supervision", "监督检查", "Supervision", "监督", "supervision"),
    /** Figures. */
    STATISTICS("statistics", "统计通报", "Statistics", "统计", "statistics"),
    /** Training. */
    TRAINING("training", "培训", "Training", "监督 · 培训", "supervision, training");

    private final String word;
    private final String zh;
    private final String en;
    private final String pageZh;
    private final String pageEn;

    Area(String word, String zh, String en, String pageZh, String pageEn) {
        this.word = word;
        this.zh = zh;
        this.en = en;
        this.pageZh = pageZh;
        this.pageEn = pageEn;
    }

    /** As in files. */
    public String word() {
        return word;
    }

    /** For people. */
    public Bilingual title() {
        return new Bilingual(zh, en);
    }

    /** The page that shows where the agency stands. */
    public Bilingual page() {
        return new Bilingual(pageZh, pageEn);
    }
}
