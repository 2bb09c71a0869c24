package org.liuhen.cli.verify;

import org.liuhen.core.values.Bilingual;

/** What can be wrong: a row each in {@code docs/formats.md}, section 10, and a folder each under {@code cli/src/test/broken}. */
public enum Fault {
    E01("manifest-wrong", "清单缺失或格式不对", "the manifest is missing or not of this format"),
    E02("receipt-wrong", "回执无法解析", "the receipt does not parse"),
    E03("signature-wrong", "受信任密钥的签名不成立", "a trusted key's signature does not verify"),
    E04("signer-untrusted", "检查点不是由所给的受信任密钥签名", "none of the trusted keys signed the checkpoint"),
    E05("inclusion-wrong", "证明不能从记录推到检查点的根", "the proof does not lead from the leaf to the checkpoint's root"),
    E06("payload-altered", "事件内容与叶子中的摘要不符", "the payload does not have the digests in the leaf"),
    E07("medium-missing", "原始文件缺失", "the original is missing"),
    E08("medium-altered", "原始文件被改动", "the original is not the one that was handed in"),
    E09("medium-tree-altered", "原始文件的国密树摘要不符", "the original's SM3 tree is not the one in the event"),
    E10("file-unexpected", "有清单之外的文件", "there is a file that the manifest does not name"),
    E11("checkpoint-rolled-back", "检查点倒退：比以前签过的小", "the checkpoint is smaller than one signed before"),
    E12("tile-altered", "哈希瓦片与下层或检查点不符", "a hash tile does not agree with its children or the checkpoint"),
    E13("tile-missing", "缺少哈希瓦片", "a hash tile is missing"),
    E14("entries-altered", "账本条目与哈希不符", "an entry does not hash to its place"),
    E15("entries-missing", "缺少账本条目", "an entry bundle is missing"),
    E16("split-view", "两个已签名的检查点不属于同一历史", "two signed checkpoints cannot belong to one history"),
    E17("origin-differs", "回执、检查点、清单所属的账本不一致", "receipt, checkpoint and manifest name different logs"),
    E18("custody-broken", "保管链的版本不连续，或事件不属于同一记录",
            "the versions of a stream are not 1, 2, 3 …, or the events are of different streams"),
    E19("event-missing", "账本中的事件在日志库中找不到", "the journal lacks an event that the ledger has"),
    E20("event-unlogged", "日志库中的事件一分钟后仍未入账本", "an event older than a minute is not in the ledger"),
    E21("event-altered", "日志库中的事件与账本不同", "the journal's event differs from the ledger's"),
    E22("object-missing", "事件所指的文件不在存储库中", "an object that an event names is not in the vault"),
    E23("object-altered", "存储的文件与其摘要不符", "an object does not have the digest it is named by"),
    E24("object-record-altered", "文件旁保存的校验树与文件不符", "the kept tree of an object does not agree with its bytes"),
    E25("time-backwards", "记录时间倒退", "the time of recording decreases along the log"),
    E26("leaf-wrong", "叶子不是规范格式", "a leaf is not canonical, or not of this format"),
    E27("file-altered", "证据包中的其他文件与清单不符", "another file of the bundle is not the one in the manifest"),
    E28("medium-not-proven", "回执证明的不是这个文件", "the receipt does not prove this file"),
    E29("origin-unnamed", "后续账本的首条没有如实写明被关闭的账本", "the first leaf of a later log does not name the closed logs as they are"),
    E30("scene-answer-wrong", "答复不是这份现场回执的", "the answer is not about this scene receipt"),
    E31("scene-receipt-unlodged", "账本中登记的不是这份现场回执", "what the ledger proves is not the lodging of this scene receipt"),
    E32("scene-capture-missing", "现场回执写明的内容不在了", "what the scene receipt names is gone"),
    E33("scene-capture-foreign", "现场回执没有写明这个文件", "the scene receipt does not name this file");

    private final String title;
    private final String zh;
    private final String en;

    Fault(String title, String zh, String en) {
        this.title = title;
        this.zh = zh;
        this.en = en;
    }

    /** For example {@code E07}: stable for scripts. */
    public String code() {
        return name();
    }

    /** For example {@code medium-missing}. */
    public String title() {
        return title;
    }

    /** One sentence for people. */
    public Bilingual meaning() {
        return new Bilingual(zh, en);
    }
}
