package org.liuhen.server.ledger;

import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.ledger.Checkpoint;

/** What the database has cannot follow from what was signed. Whoever holds both can check it without us. Writing stops. */
final class SplitView extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Bilingual reason;

    private SplitView(Bilingual reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** The database has fewer entries than were signed. */
    static SplitView rolledBack(Checkpoint signed, long found) {
        return new SplitView(new Bilingual(
                "数据库被回退：台账 " + signed.origin() + " 已签到 " + signed.size() + " 条，数据库只有 " + found
                        + " 条。已停止写入。请用备份或副本恢复缺少的条目（./liuhen restore），不要改动 ledger 目录。",
                "The database was rolled back: " + signed.size() + " entries of ledger " + signed.origin()
                        + " are signed, the database has " + found + ". Writing has stopped. Restore the missing entries from a backup"
                        + " or a copy (./liuhen restore); leave the ledger folder as it is."));
    }

    /** The entries give another root than the one signed. */
    static SplitView rootDiffers(Checkpoint signed, Checkpoint found) {
        return new SplitView(new Bilingual(
                "台账与已签的不符：" + signed.origin() + " 前 " + signed.size() + " 条的根应为 " + signed.root() + "，数据库得出 "
                        + found.root() + "。已停止写入。请保留现场，用备份恢复数据库（./liuhen restore）。",
                "The ledger is not the one that was signed: the root of the first " + signed.size() + " entries of "
                        + signed.origin()
                        + " should be " + signed.root() + ", the database gives " + found.root()
                                + ". Writing has stopped. Keep everything as"
                        + " it is and restore the database from a backup (./liuhen restore)."));
    }

    /** The newest checkpoint file bears none of our signatures. */
    static SplitView notOurs(String origin) {
        return new SplitView(new Bilingual(
                "台账 " + origin + " 的检查点文件不是本机密钥所签。已停止写入。请从备份恢复 ledger 与 keys 目录。",
                "The checkpoint file of ledger " + origin
                        + " is not signed by the keys of this installation. Writing has stopped."
                        + " Restore the folders ledger and keys from a backup."));
    }

    Bilingual reason() {
        return reason;
    }
}
