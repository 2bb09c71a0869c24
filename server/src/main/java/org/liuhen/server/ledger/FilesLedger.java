package org.liuhen.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.ledger.TlogProof;
import org.liuhen.formats.notes.Signer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.journal.Grown;
import org.liuhen.server.journal.WriteGuard;

/**
 * The ledgers of all agencies of this installation, in {@code ledger/<agency>/} and {@code keys/<agency>/}, later ones of an
 * agency in {@code <n>/} below (formats.md, section 3.2).
 */
public final class FilesLedger implements Ledger, WriteGuard, AutoCloseable {

    private final Map<String, AgencyLog> logs = new ConcurrentHashMap<>();
    private final DataFolder folder;
    private final String installation;
    private final LedgerRows rows;
    private final Clock clock;
    private final FaultPoint.Hook fault;
    private final Sequencer sequencer;

    /**
     * Opens every log that has keys, and begins to sign what is not signed yet.
     *
     * @param installation first part of the origin of new logs
     * @throws IOException if a log cannot be read
     */
    public FilesLedger(DataFolder folder, String installation, AgencyRows rows, Clock clock,
            FaultPoint.Hook fault) throws IOException {
        this.folder = folder;
        this.installation = installation;
        this.rows = new LedgerRows(rows);
        this.clock = clock;
        this.fault = fault;
        this.sequencer = new Sequencer(this.rows);
        for (var agency : agencies()) {
            open(agency);
        }
    }

    /** Whoever has keys here, or has signed here. */
    private Collection<String> agencies() throws IOException {
        var agencies = new TreeSet<String>();
        for (var parent : List.of(folder.keys(), folder.root().resolve("ledger"))) {
            if (!Files.isDirectory(parent)) continue;
            try (var entries = Files.list(parent)) {
                entries.filter(entry -> new LedgerKeys(entry).exist() || new LedgerFolder(entry).begun())
                        .forEach(entry -> agencies.add(String.valueOf(entry.getFileName())));
            }
        }
        return agencies;
    }

    @Override
    public Opened open(String agency) {
        try {
            var log = logs.get(agency);
            if (log == null) {
                log = openNow(agency);
                sequencer.start(log);
            }
            return new Opened(log.origin(), log.state().stopped().isPresent() ? List.of() : vkeys(log.keys().current()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized AgencyLog openNow(String agency) throws IOException {
        var open = logs.get(agency);
        if (open != null) return open;
        var name = newest(agency);
        var keys = keys(name);
        var files = folder(name);
        var origin = name.origin(installation).toString();
        if (name.number() == 1 && !keys.exist() && !files.begun()) keys.create(origin);
        var older = name.number() == 1 ? Optional.<LedgerKeys>empty() : Optional.of(keys(name.at(name.number() - 1)));
        var log = AgencyLog.open(new AgencyLog.Parts(name, origin, files, keys, older), rows, clock, fault);
        logs.put(agency, log);
        return log;
    }

    /** The agency's log that is not closed: database or files may be older than the other. */
    private LogName newest(String agency) throws IOException {
        var name = new LogName(agency, Math.max(1, rows.newestLog(agency)));
        while (folder(name.at(name.number() + 1)).begun()) {
            name = name.at(name.number() + 1);
        }
        return name;
    }

    LedgerFolder folder(LogName name) {
        return new LedgerFolder(folder.ledger(name.path()));
    }

    LedgerKeys keys(LogName name) {
        return new LedgerKeys(folder.keys(name.path()));
    }

    LedgerRows rows() {
        return rows;
    }

    String installation() {
        return installation;
    }

    @Override
    public Rotation beginRotation(String agency) {
        try {
            var log = log(agency);
            var command = log.keys().beginRotation(log.origin());
            return new Rotation(command, vkeys(log.keys().next()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> vkeys(List<Signer> signers) {
        return signers.stream().map(signer -> signer.verifierKey().vkey()).toList();
    }

    private AgencyLog log(String agency) {
        var log = logs.get(agency);
        if (log == null) throw new IllegalArgumentException("agency " + agency + " has no ledger here");
        return log;
    }

    /** The agency's log that takes entries, or would if it had not stopped; empty if there is no such agency. */
    Optional<AgencyLog> newestLog(String agency) {
        return Optional.ofNullable(logs.get(agency));
    }

    /** Files of a log, closed or not, for whoever serves them; empty if there is no such log. */
    Optional<LedgerFolder> files(LogName name) {
        return newestLog(name.agency()).filter(log -> name.number() <= log.name().number()).map(_ -> folder(name));
    }

    /** Every key of every log of the agency, the oldest log first; empty if there is no such agency. */
    List<LedgerFolder.DatedKey> keys(String agency) throws IOException {
        var all = new ArrayList<LedgerFolder.DatedKey>();
        var log = logs.get(agency);
        for (var number = 1; log != null && number <= log.name().number(); number++) {
            all.addAll(folder(log.name().at(number)).keys());
        }
        return all;
    }

    /** How many events of all agencies wait for the sequencer. */
    long pending() {
        return logs().stream().mapToLong(log -> rows.pendingEntries(log.agency())).sum();
    }

    /** All open logs. */
    List<AgencyLog> logs() {
        return List.copyOf(logs.values());
    }

    @Override
    public void check(String agency, int log, long treeSize) {
        log(agency).requireWriting(log, treeSize);
    }

    /** New events are to be taken into the log. */
    public void grown(Grown event) {
        sequencer.wake(event.agency());
    }

    @Override
    public Optional<Long> position(UUID stream, long version) {
        return rows.entry(stream, version).map(LedgerRows.Entry::leafIndex);
    }

    @Override
    public Map<UUID, Long> firstPositions(Collection<UUID> streams) {
        return rows.firstPositions(streams);
    }

    @Override
    public Optional<byte[]> receipt(UUID stream, long version) {
        return rows.entry(stream, version).flatMap(entry -> proof(entry.log(), entry.leafIndex())
                .map(proof -> Receipt.of(Base64.getDecoder().decode(entry.leaf()), entry.shown(), proof).write()));
    }

    private Optional<TlogProof> proof(LogName name, long leafIndex) {
        var log = log(name.agency());
        if (log.name().equals(name)) return log.proof(leafIndex);
        try {
            var files = folder(name);
            return files.newest().filter(note -> leafIndex < Checkpoint.parse(note.text()).size())
                    .map(note -> files.proof(note, leafIndex));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> await(UUID stream, long version, Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        var agency = rows.agency(stream, version);
        if (agency.isEmpty()) return Optional.empty();
        var log = log(agency.get());
        while (true) {
            var signed = log.signedSize(); // before looking, so that no signature is slept through
            var receipt = receipt(stream, version);
            var rest = until - System.nanoTime();
            if (receipt.isPresent() || rest <= 0) return receipt;
            log.awaitBeyond(signed, Duration.ofNanos(rest));
        }
    }

    @Override
    public Optional<LedgerState> state(String agency) {
        return Optional.ofNullable(logs.get(agency)).map(AgencyLog::state);
    }

    @Override
    public List<String> verifierKeys(String agency) {
        try {
            log(agency);
            return keys(agency).stream().map(LedgerFolder.DatedKey::vkey).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sequencer.close();
    }
}
