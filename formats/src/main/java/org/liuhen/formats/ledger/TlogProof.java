package org.liuhen.formats.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.notes.SignedNote;

/**
 * An inclusion proof with the checkpoint that it leads to. C2SP tlog-proof, without extra data.
 *
 * @param path hashes as base64, lowest sibling first
 * @param checkpoint a note whose text is a {@link Checkpoint}
 */
public record TlogProof(long index, List<String> path, SignedNote checkpoint) {

    /** The most bytes a proof may have. */
    public static final int BYTES_MAX = SignedNote.BYTES_MAX + 4096;

    /** The most hashes of a path: a tree of 2⁶³ leaves. */
    public static final int PATH_MAX = 63;

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0) throw new IllegalArgumentException("leaf " + index);
        if (path.size() > PATH_MAX) throw new IllegalArgumentException("a path of " + path.size() + " hashes");
        for (var hash : path) {
            if (StrictText.base64(hash, "hash").length != NodeHash.HASH_BYTES) {
                throw new IllegalArgumentException("a hash has 32 bytes");
            }
        }
        Checkpoint.parse(checkpoint.text());
    }

    /** The proof with these hashes. */
    public static TlogProof of(long index, List<byte[]> path, SignedNote checkpoint) {
        return new TlogProof(index, path.stream().map(StrictText::base64).toList(), checkpoint);
    }

    /** The hashes of the path, 32 bytes each. */
    public List<byte[]> pathBytes() {
        return path.stream().map(hash -> StrictText.base64(hash, "hash")).toList();
    }

    /** The head that the note is about. */
    public Checkpoint head() {
        return Checkpoint.parse(checkpoint.text());
    }

    /** Whether the path leads from this leaf to the checkpoint's root. Says nothing of signatures. */
    public boolean includes(byte[] leaf) {
        var head = head();
        return Proofs.included(
                NodeHash.SHA256, NodeHash.SHA256.leaf(leaf), index, head.size(), pathBytes(), head.rootBytes());
    }

    /** The bytes. */
    public byte[] write() {
        var text = new StringBuilder(FORMAT).append('\n').append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(new String(checkpoint.write(), UTF_8)).toString().getBytes(UTF_8);
    }

    /**
     * Reads a proof.
     *
     * @throws Malformed if the bytes are not one
     */
    public static TlogProof parse(byte[] bytes) {
        var text = StrictText.utf8(bytes, BYTES_MAX, "proof");
        var blank = text.indexOf("\n\n");
        if (blank < 0) throw new Malformed("proof: no blank line before the checkpoint");
        var lines = text.substring(0, blank).split("\n", -1);
        if (!lines[0].equals(FORMAT)) throw new Malformed("proof: does not begin with " + FORMAT);
        if (lines.length < 2 || !lines[1].startsWith(INDEX)) throw new Malformed("proof: no index in the second line");
        if (lines.length - 2 > PATH_MAX) throw new Malformed("proof: more than " + PATH_MAX + " hashes");
        var path = new ArrayList<>(List.of(lines).subList(2, lines.length));
        var checkpoint = SignedNote.parse(text.substring(blank + 2).getBytes(UTF_8));
        try {
            return new TlogProof(StrictText.decimal(lines[1].substring(INDEX.length()), "proof: index"), path, checkpoint);
        } catch (IllegalArgumentException e) {
            throw new Malformed("proof: " + e.getMessage(), e);
        }
    }
}
