package org.liuhen.cli.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.VerifierKey;

/** The keys that the verifier was given, of logs and of witnesses. With none, nothing can be said about who signed. */
public final class Signers {

    private final List<VerifierKey> keys;
    // a log signs once for all that it took within a second: most receipts bring the checkpoint of the one before
    private volatile Optional<Seen> last = Optional.empty();

    private record Seen(SignedNote note, SignedNote.Opened opened) {}

    /** These keys, or none. */
    public Signers(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Checks who signed the checkpoint: every signature that names a trusted key must verify, and one must be by a key of the
     * very log that the checkpoint names. Whoever speaks for another log, or only watches, does not speak for this one.
     */
    void check(SignedNote note, String subject, Report report) {
        if (keys.isEmpty()) {
            report.signerUnknown(subject);
            return;
        }
        var opened = opened(note);
        if (!opened.wrong().isEmpty()) {
            report.failed(Fault.E03, subject, "a signature of " + names(opened.wrong()), "one that does not verify");
            return;
        }
        var origin = note.text().lines().findFirst().orElse("");
        if (opened.verified().stream().noneMatch(key -> key.name().equals(origin))) {
            var found = note.signatures().stream()
                    .map(line -> line.name() + "+" + String.format("%08x", line.keyId())).collect(Collectors.joining(", "));
            report.failed(Fault.E04, subject, "a signature of the log " + origin + " by one of " + names(keys),
                    found.isEmpty() ? "none" : found);
        } else {
            report.passed(Check.SIGNATURE, subject + ": " + names(opened.verified()));
        }
    }

    private SignedNote.Opened opened(SignedNote note) {
        var seen = last;
        if (seen.isPresent() && seen.get().note().equals(note)) return seen.get().opened();
        var opened = note.open(keys);
        last = Optional.of(new Seen(note, opened));
        return opened;
    }

    private static String names(List<VerifierKey> keys) {
        return keys.stream().map(key -> key.name() + "+" + String.format("%08x", key.id())).collect(Collectors.joining(", "));
    }
}
