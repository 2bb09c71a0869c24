package org.liuhen.cli.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.cli.verify.Signers;
import org.liuhen.formats.Malformed;
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
    private List<String> pinned = List.of();
    private Signers signers = new Signers(List.of());
    private Optional<SignedNote> vouchedLast = Optional.empty();

    PinnedKeys(Notebook notebook, String server, Optional<List<VerifierKey>> given) {
        this.notebook = notebook;
        this.server = server;
        this.given = given;
    }

    /**
     * Meets the log of the store, at whatever address it answers today: a believed key must have signed its newest checkpoint.
     *
     * @throws KeysChanged if none has, or if another log of the agency was known at this address and no trust file was given
     */
    synchronized void meet(Store.Log log) throws KeysChanged, IOException {
        origin = log.origin();
        offered = parsed(log.vkeys());
        vouchedLast = Optional.empty();
        var before = notebook.known().metAt(server, origin);
        if (given.isEmpty() && before.isPresent() && !before.get().equals(origin)) {
            throw KeysChanged.anotherStore(server, before.get(), origin);
        }
        var known = notebook.known().pinned(origin);
        var believed = given.map(PinnedKeys::vkeys).orElse(known.isEmpty() ? log.vkeys() : known);
        var opened = log.checkpoint().open(parsed(believed));
        if (!opened.wrong().isEmpty() || opened.verified().stream().noneMatch(key -> key.name().equals(origin))) {
            throw KeysChanged.of(believed, log.vkeys());
        }
        var here = before.equals(Optional.of(origin)) && notebook.known().address(origin).equals(Optional.of(server));
        if (!here || !known.equals(believed)) {
            notebook.write(new Note.Pinned(server, origin, believed));
        }
        vouched(log.checkpoint());
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
        var now = given.map(PinnedKeys::vkeys).orElseGet(() -> notebook.known().pinned(origin));
        if (!now.equals(pinned)) {
            pinned = now;
            signers = new Signers(parsed(now));
        }
        return signers;
    }

    /** A checkpoint that a believed key has signed: what the log's other keys signed beside it is believed from now on. */
    synchronized void vouched(SignedNote checkpoint) throws IOException {
        if (given.isPresent() || vouchedLast.equals(Optional.of(checkpoint))) return; // many receipts bring the same one
        var known = notebook.known().pinned(origin);
        var all = new ArrayList<>(known);
        for (var key : checkpoint.open(offered).verified()) {
            if (key.name().equals(origin) && !all.contains(key.vkey())) all.add(key.vkey());
        }
        if (all.size() > known.size()) notebook.write(new Note.Pinned(server, origin, all));
        vouchedLast = Optional.of(checkpoint);
    }
}
