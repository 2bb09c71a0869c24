package org.liuhen.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.liuhen.core.agencies.ClosedLog;
import org.liuhen.core.ledger.Frontier;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.TilePath;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.VerifierKey;
import org.liuhen.server.folder.OperatorFault;

/**
 * Makes ready to close an agency's log that has stopped and to go on in a new one (formats.md, section 3.2). Nothing is closed
 * before the event {@code OriginOpened} is committed; until then all of this may be repeated.
 */
public final class NewOrigin {

    private static final int HASHES_AT_ONCE = 40 * TilePath.FULL;

    private final FilesLedger ledger;

    NewOrigin(FilesLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is to be appended.
     *
     * @param origin of the log that begins
     * @param vkeys of its keys
     * @param closed the logs before it, oldest first
     */
    public record Opening(String origin, List<String> vkeys, List<ClosedLog> closed) {
        public Opening {
            vkeys = List.copyOf(vkeys);
            closed = List.copyOf(closed);
        }
    }

    /**
     * Makes the keys of the next log and looks at every log before it, leaf by leaf.
     *
     * @param confirmed the origin that the operator means to close
     * @throws OperatorFault if the log is not to be closed: it is another one, it writes, its files are not whole, or the
     *     database has other events in it than were signed. Nothing was closed
     */
    public Opening prepare(String agency, String confirmed) throws IOException {
        var log = ledger.newestLog(agency).orElseThrow(() -> new OperatorFault(
                "机关 " + agency + " 没有账本。请核对代码。", "Agency " + agency + " has no ledger. Check its code."));
        if (!log.origin().equals(confirmed)) throw new OperatorFault(
                "机关 " + agency + " 现在的账本是 " + log.origin() + "，不是 " + confirmed + "。要关闭它，请写 --confirm " + log.origin() + "。",
                "The ledger of agency " + agency + " is now " + log.origin() + ", not " + confirmed + ". To close it, write --confirm "
                        + log.origin() + ".");
        if (log.state().stopped().isEmpty()) throw new OperatorFault(
                "账本 " + confirmed + " 写入正常，不需要关闭。", "Ledger " + confirmed + " is being written to; there is no need to close it.");
        var closed = new ArrayList<ClosedLog>();
        for (var number = 1; number <= log.name().number(); number++) {
            var name = log.name().at(number);
            var head = head(name);
            var whole = wholeTree(name, head);
            if (number == log.name().number()) catchUp(name, whole);
            closed.add(new ClosedLog(head.checkpoint.origin(), whole.size, head.checkpoint.root(), head.digest, kept(name, whole)));
        }
        var next = log.name().at(log.name().number() + 1);
        var origin = next.origin(ledger.installation()).toString();
        var keys = ledger.keys(next);
        if (!keys.exist()) keys.create(origin);
        return new Opening(origin, keys.current().stream().map(signer -> signer.verifierKey().vkey()).toList(), closed);
    }

    private record Head(Checkpoint checkpoint, Digest digest) {}

    /** The head as it is served from now on for ever. */
    private Head head(LogName name) throws IOException {
        var folder = ledger.folder(name);
        var note = folder.newest().orElseThrow(() -> damaged(name, "checkpoint"));
        var ours = folder.keys().stream().map(key -> VerifierKey.parse(key.vkey())).toList();
        var checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(name.origin(ledger.installation()).toString()) || note.open(ours).verified().isEmpty()) {
            throw damaged(name, "checkpoint, vkeys");
        }
        var served = folder.checkpoint();
        if (served.isEmpty() || Checkpoint.parse(SignedNote.parse(served.get()).text()).size() < checkpoint.size()) {
            folder.publish(note); // a crash came between keeping and publishing
        }
        return new Head(checkpoint, sha256(folder.checkpoint().orElseThrow()));
    }

    private static Digest sha256(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Digest(Digest.Algorithm.SHA256, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The leaf hashes of a log whose tiles lead to its root. */
    private record Whole(LedgerFolder folder, long size) {
        byte[] hash(long index) {
            var first = TileGrowth.firstLeaf(index);
            var tile = folder.tile(new TilePath(0, first / TilePath.FULL, (int) Math.min(TilePath.FULL, size - first)));
            return TileNodes.root(tile, (int) (index - first), 1);
        }
    }

    private Whole wholeTree(LogName name, Head head) {
        var whole = new Whole(ledger.folder(name), head.checkpoint.size());
        try {
            var tree = Frontier.empty(NodeHash.SHA256);
            for (var first = 0L; first < whole.size; first += TilePath.FULL) {
                var width = (int) Math.min(TilePath.FULL, whole.size - first);
                var tile = whole.folder.tile(new TilePath(0, first / TilePath.FULL, width));
                for (var i = 0; i < width; i++) {
                    tree = tree.append(TileNodes.root(tile, i, 1));
                }
            }
            if (Arrays.equals(tree.root(), head.checkpoint.rootBytes())) return whole;
        } catch (UncheckedIOException e) {
            throw damaged(name, String.valueOf(e.getMessage()));
        }
        throw damaged(name, "tile/0");
    }

    private static OperatorFault damaged(LogName name, String what) {
        return new OperatorFault(
                "账本 ledger/" + name.path() + " 的文件不完整（" + what + "），不能关闭。请先从备份恢复 ledger 目录。",
                "The files of ledger/" + name.path() + " are not whole (" + what + "): it cannot be closed like this. Restore the folder"
                        + " ledger from a backup first.");
    }

    /** What the database had before its sequencer came by gets the place that it has in the log already. */
    private void catchUp(LogName name, Whole whole) {
        var size = ledger.rows().size(name);
        for (var pending : ledger.rows().pending(name.agency())) {
            if (size >= whole.size || !Arrays.equals(NodeHash.SHA256.leaf(pending.leafBytes()), whole.hash(size))) return;
            ledger.rows().place(name, size++, pending.position());
        }
    }

    /** How many leaves the database has of the log; all of them must be the ones that were signed. */
    private long kept(LogName name, Whole whole) {
        var size = ledger.rows().size(name);
        if (size > whole.size) throw new OperatorFault(
                "数据库给账本 " + name.path() + " 编到第 " + size + " 条，只签到 " + whole.size
                        + " 条。请先恢复 keys 与 ledger 目录；确实无法恢复时，恢复一份条目不多于 " + whole.size + " 的数据库副本后重试。",
                "The database has " + size + " entries of ledger " + name.path() + ", and " + whole.size + " are signed. Restore the folders"
                        + " keys and ledger first; if they are lost for good, restore a copy of the database with no more than "
                        + whole.size + " entries, then try again.");
        for (var from = 0L; from < size; from += HASHES_AT_ONCE) {
            var leaves = ledger.rows().leaves(name, from, Math.min(size, from + HASHES_AT_ONCE));
            for (var i = 0; i < Math.min(HASHES_AT_ONCE, size - from); i++) {
                if (i >= leaves.size() || !Arrays.equals(NodeHash.SHA256.leaf(leaves.get(i)), whole.hash(from + i))) {
                    throw altered(name, from + i);
                }
            }
        }
        return size;
    }

    private static OperatorFault altered(LogName name, long entry) {
        return new OperatorFault(
                "数据库中账本 " + name.path() + " 的第 " + entry + " 条与已签的不同：不是缺失，是改动，不能另开账本。请保留现场，恢复一份改动之前的数据库副本。",
                "Entry " + entry + " of ledger " + name.path() + " in the database is not the one that was signed: this is an alteration,"
                        + " not a loss, and no reason for a new ledger. Keep everything as it is and restore a copy of the database from"
                        + " before it.");
    }
}
