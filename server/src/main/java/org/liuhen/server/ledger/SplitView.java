package org.liuhen.server.ledger;

import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.ledger.Checkpoint;

/**
 * What is there cannot be what was signed, or not all of it is there to be compared. Writing stops. Two histories can be told by
 * whoever holds both, without us.
 */
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
                        + " 条。已停止写入。请用备份或副本恢复缺少的条目（./liuhen restore），不要改动 ledger 目录；"
                        + "确实无法恢复时，关闭此账本另开新账本（./liuhen init --new-origin，见 docs/operations.md）。",
                "The database was rolled back: " + signed.size() + " entries of ledger " + signed.origin()
                        + " are signed, the database has " + found + ". Writing has stopped. Restore the missing entries from a backup"
                        + " or a copy (./liuhen restore); leave the ledger folder as it is. Only if they are lost for good: close this"
                        + " ledger and open a new one (./liuhen init --new-origin, docs/operations.md)."));
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

    /** The folder is not the one that was written: a file that must be there is missing or cannot be read. */
    static SplitView damaged(String origin, Exception cause) {
        var file = missing(cause);
        var found = file.isEmpty() ? String.valueOf(cause.getMessage()) : file;
        return new SplitView(new Bilingual(
                "账本 " + origin + " 的文件" + (file.isEmpty() ? "无法读取：" : "缺失：") + found
                        + "。已停止写入。请从备份恢复 ledger 目录（./liuhen verify --data 列出全部缺失），再重新启动。",
                (file.isEmpty() ? "A file of ledger " + origin + " cannot be read: " : "A file of ledger " + origin + " is missing: ")
                        + found + ". Writing has stopped. Restore the folder ledger from a backup (./liuhen verify --data lists"
                        + " all that is missing), then start again."));
    }

    private static String missing(@Nullable Throwable cause) {
        for (var one = cause; one != null; one = one.getCause()) {
            if (one instanceof NoSuchFileException gone) return gone.getFile();
        }
        return "";
    }

    /** Tiles, and a database that knows of signed checkpoints, but none of them in the folder. */
    static SplitView headless(String origin) {
        return new SplitView(new Bilingual(
                "账本 " + origin + " 缺少检查点（checkpoint 和 checkpoints）。已停止写入。请从备份恢复 ledger 目录，再重新启动。",
                "The checkpoints of ledger " + origin + " are missing (checkpoint and checkpoints). Writing has stopped. Restore the"
                        + " folder ledger from a backup, then start again."));
    }

    /** The log has signed, and what it signed with is gone. */
    static SplitView keysLost(String origin) {
        return new SplitView(new Bilingual(
                "账本 " + origin + " 的签名密钥不在 keys 目录中。已停止写入。请从备份恢复 keys 目录；确实丢失时，关闭此账本另开新账本"
                        + "（./liuhen init --new-origin，见 docs/operations.md）。",
                "The signing keys of ledger " + origin + " are not in the folder keys. Writing has stopped. Restore keys from a"
                        + " backup; only if they are lost for good: close this ledger and open a new one (./liuhen init --new-origin,"
                        + " docs/operations.md)."));
    }

    Bilingual reason() {
        return reason;
    }
}
