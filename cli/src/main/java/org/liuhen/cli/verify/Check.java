package org.liuhen.cli.verify;

import org.liuhen.core.values.Bilingual;

/** What is looked at. Each has passed, has failed with a {@link Fault}, or was not performed with a reason. */
public enum Check {
    MANIFEST("manifest", "证据包清单", "manifest"),
    FILES("files", "证据包其他文件", "other files of the bundle"),
    RECEIPT("receipt", "回执格式", "receipt format"),
    LEAF("leaf", "叶子格式", "leaf format"),
    PAYLOAD("payload", "事件内容", "payload"),
    INCLUSION("inclusion", "包含证明", "inclusion proof"),
    SIGNATURE("signature", "检查点签名", "checkpoint signature"),
    ORIGIN("origin", "账本名称", "name of the log"),
    CUSTODY("custody", "保管链", "chain of custody"),
    MEDIUM("medium", "原始文件（SHA-256）", "original (SHA-256)"),
    MEDIUM_TREE("medium-tree", "原始文件（SM3 树）", "original (SM3 tree)"),
    TILES("tiles", "哈希瓦片", "hash tiles"),
    ENTRIES("entries", "账本条目", "entries"),
    CHECKPOINTS("checkpoints", "历次检查点", "earlier checkpoints"),
    TIME("time", "记录时间顺序", "order of time"),
    JOURNAL("journal", "日志库与账本核对", "journal against ledger"),
    OBJECTS("objects", "存储库文件", "objects of the vault"),
    OBJECT_RECORDS("object-records", "存储库校验树", "kept trees of the vault"),
    SCENE_RECEIPT("scene-receipt", "现场回执", "scene receipt"),
    SCENE_CAPTURES("scene-captures", "现场回执写明的内容", "captures of the scene receipt");

    private final String word;
    private final String zh;
    private final String en;

    Check(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    /** As written in {@code --json}: stable for scripts. */
    public String word() {
        return word;
    }

    /** For people. */
    public Bilingual title() {
        return new Bilingual(zh, en);
    }
}
