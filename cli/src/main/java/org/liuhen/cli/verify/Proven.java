package org.liuhen.cli.verify;

import java.util.Optional;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.Origin;
import org.liuhen.formats.ledger.Receipt;

/**
 * What a receipt says, after everything in it was checked that can be checked without a file.
 *
 * @param index place of the leaf in the log
 * @param payload absent if the receipt does not show it
 */
public record Proven(Leaf leaf, long index, Optional<Payload> payload, Checkpoint checkpoint) {

    /**
     * Reads and checks a receipt; whatever is wrong is in the report.
     *
     * @return empty if there is too much wrong to go on
     */
    public static Optional<Proven> by(byte[] bytes, String subject, Signers signers, Report report) {
        Receipt receipt;
        Checkpoint checkpoint;
        try {
            receipt = Receipt.parse(bytes);
            checkpoint = Checkpoint.parse(receipt.proof().checkpoint().text());
        } catch (Malformed e) {
            report.failed(Fault.E02, subject, "a receipt of formats.md, section 4", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        report.passed(Check.RECEIPT, subject);
        included(receipt, checkpoint, subject, report);
        signers.check(receipt.proof().checkpoint(), subject, report);
        Leaf leaf;
        try {
            leaf = Leaf.read(receipt.leafBytes());
        } catch (Malformed e) {
            report.failed(Fault.E26, subject, "a leaf of formats.md, section 2.3", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        report.passed(Check.LEAF, subject);
        if (!agencyOf(checkpoint.origin()).equals(leaf.agency().value())) {
            report.failed(Fault.E17, subject, "a leaf of the log " + checkpoint.origin(), "agency " + leaf.agency());
            return Optional.empty();
        }
        report.passed(Check.ORIGIN, subject);
        return Optional.of(new Proven(leaf, receipt.proof().index(), payload(receipt, leaf, subject, report), checkpoint));
    }

    private static void included(Receipt receipt, Checkpoint checkpoint, String subject, Report report) {
        var hash = NodeHash.SHA256;
        var proof = receipt.proof();
        var leafHash = hash.leaf(receipt.leafBytes());
        if (Proofs.included(hash, leafHash, proof.index(), checkpoint.size(), proof.pathBytes(), checkpoint.rootBytes())) {
            report.passed(Check.INCLUSION, subject);
        } else {
            report.failed(Fault.E05, subject, "root " + checkpoint.root() + " of " + checkpoint.size() + " leaves",
                    "a path that leaf " + proof.index() + " does not follow to it");
        }
    }

    private static Optional<Payload> payload(Receipt receipt, Leaf leaf, String subject, Report report) {
        if (receipt.shown().isEmpty()) {
            report.notPerformed(Check.PAYLOAD, subject, new Bilingual(
                    "回执不含事件内容（已依法销毁或不得出示）", "the receipt does not show the payload (destroyed by law, or not to be shown)"));
            return Optional.empty();
        }
        var shown = receipt.shown().get();
        if (!leaf.commitsTo(shown.saltBytes(), shown.payloadBytes())) {
            report.failed(Fault.E06, subject, "sha256 " + leaf.payloadSha256().hex() + ", sm3 " + leaf.payloadSm3().hex(),
                    "another payload");
            return Optional.empty();
        }
        try {
            var payload = Payload.read(leaf.type(), leaf.typeVersion(), shown.payloadBytes());
            report.passed(Check.PAYLOAD, subject);
            return Optional.of(payload);
        } catch (Malformed e) {
            report.failed(Fault.E06, subject, "a payload of formats.md, section 2.1", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The agency that an origin names; no text of an agency if it is no name of a log of ours. */
    static String agencyOf(String origin) {
        return Origin.find(origin).map(Origin::agency).orElse("");
    }
}
