package org.liuhen.cli.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.cli.verify.Signers;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.ledger.Origin;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.VerifierKey;

/**
 * Which keys this station believes: those of the trust file, or those that the log had at first contact, and those that a
 * believed key vouched for since by signing a checkpoint together with them.
 */
final class PinnedKeys {

    private final Notebook notebook;
    private final String server;
    private final Optional<List<VerifierKey>> given;
    private String origin = "";
    private List<VerifierKey> offered = List.of();

    PinnedKeys(Notebook notebook, String server, Optional<List<VerifierKey>> given) {
        this.notebook = notebook;
        this.server = server;
        this.given = given;
    }

    /**
     * Meets the log that takes a hand-in.
     *
     * @throws KeysChanged if it is not the log that this station knows, or has none of the keys it knows
     */
    synchronized void meet(Store.Opened opened) throws KeysChanged, IOException {
        origin = opened.origin();
        offered = parsed(opened.vkeys());
        if (given.isPresent()) {
            if (given.get().stream().noneMatch(key -> key.name().equals(origin) && offered.contains(key))) throw new KeysChanged(vkeys(given.get()), opened.vkeys());
            if (!notebook.known().pinned(server, origin).equals(vkeys(given.get()))) {
                notebook.write(new Note.Pinned(server, origin, vkeys(given.get()))); // a person said so: from now on this holds
            }
            return;
        }
        var pinned = notebook.known().pinned(server, origin);
        for (var other : notebook.known().origins(server)) {
            // the agency's next log is for a person to confirm, and the one before never comes back
            if (isOfSameAgency(other) && (pinned.isEmpty() || !follows(other))) throw new KeysChanged(List.of(other), List.of(origin));
        }
        if (pinned.isEmpty()) {
            if (opened.vkeys().isEmpty()) throw new KeysChanged(List.of(), List.of());
            notebook.write(new Note.Pinned(server, origin, opened.vkeys()));
        } else if (pinned.stream().noneMatch(opened.vkeys()::contains)) {
            throw new KeysChanged(pinned, opened.vkeys());
        }
    }

    private boolean isOfSameAgency(String other) {
        return !other.equals(origin) && agencyOf(other).equals(agencyOf(origin));
    }

    private static String agencyOf(String origin) {
        return Origin.find(origin).map(Origin::agency).orElse(origin);
    }

    private boolean follows(String other) {
        return Origin.find(origin).flatMap(now -> Origin.find(other).map(now::follows)).orElse(false);
    }

    private static List<VerifierKey> parsed(List<String> vkeys) throws IOException {
        try {
            return vkeys.stream().map(VerifierKey::parse).toList();
        } catch (Malformed e) {
            throw new IOException("the store's key is not understood: " + e.getMessage(), e);
        }
    }

    private static List<String> vkeys(List<VerifierKey> keys) {
        return keys.stream().map(VerifierKey::vkey).toList();
    }

    /** The log's name. */
    synchronized String origin() {
        return origin;
    }

    /** The keys that a receipt must be signed by. */
    synchronized Signers signers() throws IOException {
        return new Signers(given.isPresent() ? given.get() : parsed(notebook.known().pinned(server, origin)));
    }

    /** A checkpoint that a believed key has signed: what the log's other keys signed beside it is believed from now on. */
    synchronized void vouched(SignedNote checkpoint) throws IOException {
        if (given.isPresent()) return;
        var pinned = notebook.known().pinned(server, origin);
        var all = new ArrayList<>(pinned);
        for (var key : checkpoint.open(offered).verified()) {
            if (key.name().equals(origin) && !all.contains(key.vkey())) all.add(key.vkey());
        }
        if (all.size() > pinned.size()) notebook.write(new Note.Pinned(server, origin, all));
    }
}
