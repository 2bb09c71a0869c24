package org.liuhen.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.notes.Signer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.journal.Grown;
import org.liuhen.server.journal.WriteGuard;

/** The ledgers of all agencies of this installation, in {@code ledger/<agency>/} and {@code keys/<agency>/}. */
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

    private List<String> agencies() throws IOException {
        if (!Files.isDirectory(folder.keys())) return List.of();
        try (var entries = Files.list(folder.keys())) {
            return entries.filter(entry -> new LedgerKeys(entry).exist()).map(entry -> String.valueOf(entry.getFileName()))
                    .sorted().toList();
        }
    }

    @Override
    public Opened open(String agency) {
        try {
            var log = logs.get(agency);
            if (log == null) {
                log = openNow(agency);
                sequencer.start(log);
            }
            return new Opened(log.origin(), vkeys(log.keys().current()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized AgencyLog openNow(String agency) throws IOException {
        var open = logs.get(agency);
        if (open != null) return open;
        var keys = new LedgerKeys(folder.keys(agency));
        if (!keys.exist()) keys.create(installation + "/" + agency);
        var log = AgencyLog.open(agency, new LedgerFolder(folder.ledger(agency)), keys, rows, clock, fault);
        logs.put(agency, log);
        return log;
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

    /** Files of the agency's log, for whoever serves them; empty if there is no such agency. */
    Optional<LedgerFolder> files(String agency) {
        return Optional.ofNullable(logs.get(agency)).map(AgencyLog::folder);
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
    public void check(String agency, long treeSize) {
        log(agency).requireWriting(treeSize);
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
        return rows.entry(stream, version).flatMap(entry -> log(entry.agency()).proof(entry.leafIndex())
                .map(proof -> Receipt.of(Base64.getDecoder().decode(entry.leaf()), entry.shown(), proof).write()));
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
            return log(agency).folder().keys().stream().map(LedgerFolder.DatedKey::vkey).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sequencer.close();
    }
}
