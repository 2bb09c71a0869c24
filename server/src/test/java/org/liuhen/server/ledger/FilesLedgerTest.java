package org.liuhen.server.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.journal.TestEvents.one;
import static org.liuhen.server.journal.TestEvents.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.ledger.Frontier;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.core.values.Event;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.ledger.TilePath;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.VerifierKey;
import org.liuhen.server.database.DatabaseRole;
import org.liuhen.server.database.TestDatabase;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.PostgresJournal;
import org.liuhen.server.journal.WritingStopped;

/** Each test has a database and a folder of its own, and mostly waits for signatures. */
@Execution(ExecutionMode.CONCURRENT)
class FilesLedgerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private TestDatabase database;
    private FilesLedger ledger;
    private Journal journal;
    private final UUID stream = UUID.randomUUID();
    private long version;

    @BeforeEach
    void start() throws IOException {
        database = TestDatabase.fresh();
        open(_ -> {});
        ledger.open("SQ");
    }

    private void open(FaultPoint.Hook fault) throws IOException {
        ledger = new FilesLedger(new DataFolder(data), "liuhen-test", database.rows(), Clock.systemUTC(), fault);
        journal = new PostgresJournal(database.rows(), List.of(), ledger, ledger::grown, Clock.systemUTC());
    }

    private void restart() throws IOException {
        ledger.close();
        open(_ -> {});
    }

    @AfterEach
    void stop() {
        ledger.close();
        database.close();
    }

    private void append(int events) {
        var several = IntStream.range(0, events).mapToObj(i -> unit("u" + (version + i))).toArray(Event[]::new);
        journal.append(one("SQ", stream, version, several));
        version += events;
    }

    private void awaitAll() throws InterruptedException {
        assertTrue(ledger.await(stream, version, SOON).isPresent(), "version " + version + " is in a signed checkpoint");
    }

    /** The tree, told by the tiles alone and by the journal alone, is the one that is signed by the log's keys. */
    private Checkpoint signedAndTrue() throws IOException {
        var note = SignedNote.parse(Files.readAllBytes(data.resolve("ledger/SQ/checkpoint")));
        var keys = ledger.verifierKeys("SQ").stream().map(VerifierKey::parse).toList();
        assertTrue(note.open(keys).verified().size() >= 2 && note.open(keys).wrong().isEmpty());
        var checkpoint = Checkpoint.parse(note.text());
        var tree = Frontier.empty(NodeHash.SHA256);
        for (var leaf : entries(checkpoint.size())) {
            tree = tree.append(NodeHash.SHA256.leaf(leaf));
        }
        assertArrayEquals(tree.root(), checkpoint.rootBytes());
        var folder = new LedgerFolder(data.resolve("ledger/SQ"));
        assertArrayEquals(tree.root(),
                Proofs.root(NodeHash.SHA256, new TileNodes(folder::tile, checkpoint.size()), 0, checkpoint.size()));
        var journalled = new LedgerRows(database.rows()).leaves(new LogName("SQ", 1), 0, checkpoint.size());
        assertEquals(checkpoint.size(), journalled.size());
        return checkpoint;
    }

    private List<byte[]> entries(long size) throws IOException {
        var entries = new ArrayList<byte[]>();
        for (var from = 0L; from < size; from += TilePath.FULL) {
            var path = new TilePath(TilePath.ENTRIES, from / TilePath.FULL, (int) Math.min(TilePath.FULL, size - from));
            entries.addAll(EntryBundle.read(Files.readAllBytes(data.resolve("ledger/SQ").resolve(path.path()))));
        }
        return entries;
    }

    @Test
    void an_event_has_a_receipt_that_proves_itself() throws Exception {
        append(3);
        awaitAll();
        var receipt = Receipt.parse(ledger.receipt(stream, 2).orElseThrow());
        var checkpoint = Checkpoint.parse(receipt.proof().checkpoint().text());
        assertTrue(Proofs.included(NodeHash.SHA256, NodeHash.SHA256.leaf(receipt.leafBytes()), receipt.proof().index(),
                checkpoint.size(), receipt.proof().pathBytes(), checkpoint.rootBytes()));
        assertEquals(1, ledger.position(stream, 2).orElseThrow());
        assertEquals(Map.of(1L, 0L, 2L, 1L, 3L, 2L), ledger.positions(stream));
        assertEquals(Map.of(), ledger.positions(UUID.randomUUID()));
        assertEquals("liuhen-test/SQ", checkpoint.origin());
        assertTrue(ledger.receipt(stream, 99).isEmpty());
        assertTrue(ledger.await(UUID.randomUUID(), 1, Duration.ofMillis(50)).isEmpty());
        signedAndTrue();
    }

    @Test
    void keys_are_for_the_owner_alone() throws IOException {
        for (var key : List.of("keys/SQ/ed25519.key", "keys/SQ/sm2.key")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(key))));
        }
        assertEquals(2, ledger.verifierKeys("SQ").size());
    }

    @ParameterizedTest(name = "to {0} leaves, then to {0} more")
    @ValueSource(ints = {1, 255, 256, 257, 600})
    void tiles_are_right_at_every_size(int events) throws Exception {
        append(events);
        awaitAll();
        assertEquals(events, signedAndTrue().size());
        restart();
        append(events);
        awaitAll();
        assertEquals(2L * events, signedAndTrue().size());
        for (var index = 1L; index <= version; index += 97) {
            assertTrue(ledger.receipt(stream, index).isPresent());
        }
    }

    @Test
    void a_third_level_of_tiles_grows() throws IOException {
        var hash = NodeHash.SHA256;
        var files = new java.util.HashMap<TilePath, byte[]>();
        var tree = Frontier.empty(hash);
        var all = new ArrayList<byte[]>();
        var size = 0L;
        for (var step : List.of(65_000L, 65_536L, 65_537L, 131_072L, 131_400L)) {
            while (all.size() < step) {
                var leaf = ("leaf " + all.size()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                all.add(leaf);
                tree = tree.append(hash.leaf(leaf));
            }
            var growth = TileGrowth.of(path -> java.util.Objects.requireNonNull(files.get(path), path.path()), size, step,
                    all.subList((int) TileGrowth.firstLeaf(size), all.size()));
            assertArrayEquals(tree.root(), growth.root(step));
            files.putAll(growth.files());
            size = step;
        }
        assertEquals(2, java.util.Objects.requireNonNull(files.get(new TilePath(2, 0, 2))).length / NodeHash.HASH_BYTES);
    }

    /** The power goes at a step of the pass, once; the next start finds everything and signs one history. */
    @ParameterizedTest
    @EnumSource(FaultPoint.class)
    void a_power_cut_at_any_step_loses_nothing(FaultPoint at) throws Exception {
        append(300);
        awaitAll();
        var before = signedAndTrue();
        ledger.close();
        var cut = new java.util.concurrent.CountDownLatch(1);
        open(point -> {
            if (point == at) {
                cut.countDown();
                throw new PowerCut();
            }
        });
        append(10);
        assertTrue(cut.await(20, java.util.concurrent.TimeUnit.SECONDS));
        restart();
        append(1);
        awaitAll();
        var after = signedAndTrue();
        assertEquals(311, after.size());
        var folder = new LedgerFolder(data.resolve("ledger/SQ"));
        assertTrue(Proofs.consistent(NodeHash.SHA256, before.size(), after.size(), before.rootBytes(), after.rootBytes(),
                Proofs.consistency(NodeHash.SHA256, new TileNodes(folder::tile, after.size()), before.size(), after.size())));
        everyKeptCheckpointIsOfThisTree(after.size());
    }

    private void everyKeptCheckpointIsOfThisTree(long size) throws IOException {
        var folder = new LedgerFolder(data.resolve("ledger/SQ"));
        try (var kept = Files.list(data.resolve("ledger/SQ/checkpoints"))) {
            for (var file : kept.toList()) {
                var checkpoint = Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
                assertArrayEquals(checkpoint.rootBytes(),
                        Proofs.root(NodeHash.SHA256, new TileNodes(folder::tile, size), 0, checkpoint.size()));
            }
        }
    }

    /** Ends the thread of the log as a power cut would end the process. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void a_commit_that_comes_late_is_not_missed() throws Exception {
        append(1);
        try (var slow = database.access(DatabaseRole.APP).connect(); var statement = slow.createStatement()) {
            slow.setAutoCommit(false); // takes its position now, and commits after later positions are in the ledger
            statement.execute("set liuhen.agency = 'SQ'");
            statement.execute("insert into event (agency, stream, version, type, type_version, recorded_at, leaf)"
                    + " values ('SQ', '" + UUID.randomUUID() + "', 1, 'Late', 1, now(), 'late')");
            append(5);
            awaitAll();
            assertEquals(6, signedAndTrue().size());
            slow.commit();
        }
        var until = System.nanoTime() + SOON.toNanos();
        while (ledger.state("SQ").orElseThrow().size() < 7 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertEquals(7, signedAndTrue().size());
        assertEquals("late", new String(entries(7).getLast(), java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void a_database_rolled_back_while_the_server_runs_stops_writing() throws Exception {
        append(5);
        awaitAll();
        rollBack(3);
        var stopped = assertThrows(WritingStopped.class, () -> append(1));
        assertTrue(stopped.reason().contains("5 条") && stopped.reasonEn().contains("5 entries"), stopped.getMessage());
        assertTrue(ledger.state("SQ").orElseThrow().stopped().isPresent());
        var health = new LedgerHealth(ledger).health();
        assertEquals("DOWN", health.getStatus().getCode());
        assertTrue(health.getDetails().containsKey("SQ"));
    }

    /** Whoever looked at the tree before it grew and was signed has not seen a database that was rolled back. */
    @Test
    void a_look_at_the_tree_from_before_it_grew_stops_nothing() throws Exception {
        append(5);
        awaitAll();
        ledger.check("SQ", 1, 3);
        append(1);
        awaitAll();
        assertEquals(6, signedAndTrue().size());
    }

    @Test
    void a_database_rolled_back_while_the_server_was_down_stops_writing_until_it_is_restored() throws Exception {
        append(5);
        awaitAll();
        var signed = Files.readAllBytes(data.resolve("ledger/SQ/checkpoint"));
        ledger.close();
        sql("create table kept as select * from ledger_entry where leaf_index >= 3");
        rollBack(3);
        open(_ -> {});
        assertThrows(WritingStopped.class, () -> append(1));
        assertArrayEquals(signed, Files.readAllBytes(data.resolve("ledger/SQ/checkpoint")));

        sql("insert into ledger_entry select * from kept");
        version = 5;
        restart();
        append(1);
        awaitAll();
        assertEquals(6, signedAndTrue().size());
    }

    @Test
    void another_history_is_never_signed() throws Exception {
        append(5);
        awaitAll();
        ledger.close();
        sql("update event set leaf = 'forged' where position = "
                + "(select event from ledger_entry where agency = 'SQ' and leaf_index = 2)");
        open(_ -> {});
        assertThrows(WritingStopped.class, () -> append(1));
        assertTrue(ledger.state("SQ").orElseThrow().stopped().orElseThrow().reasonEn().contains("not the one that was signed"));
    }

    @Test
    void a_checkpoint_that_we_did_not_sign_stops_writing() throws Exception {
        append(1);
        awaitAll();
        ledger.close();
        for (var key : List.of("ed25519.key", "sm2.key")) {
            Files.delete(data.resolve("keys/SQ").resolve(key));
        }
        Files.delete(data.resolve("ledger/SQ/vkeys"));
        new LedgerKeys(data.resolve("keys/SQ")).create("liuhen-test/SQ");
        open(_ -> {});
        assertThrows(WritingStopped.class, () -> append(1));
    }

    /** What is gone while the server was down stops this log with a sentence; put back, it goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"ledger/SQ/tile/0/000.p/5", "ledger/SQ/checkpoint", "keys/SQ/sm2.key", "keys/SQ/ed25519.key"})
    void a_file_that_is_gone_stops_writing_until_it_is_restored(String gone) throws Exception {
        append(5);
        awaitAll();
        ledger.close();
        if (gone.endsWith("checkpoint")) Files.move(data.resolve("ledger/SQ/checkpoints"), data.resolve("checkpoints"));
        Files.move(data.resolve(gone), data.resolve("kept"));
        open(_ -> {});
        ledger.open("SQ");
        var stopped = assertThrows(WritingStopped.class, () -> append(1));
        assertTrue(stopped.reason().contains("恢复") && stopped.reasonEn().contains("estore"), stopped.getMessage());
        assertFalse(Files.exists(data.resolve(gone)), "nothing is made in its place");

        if (gone.endsWith("checkpoint")) Files.move(data.resolve("checkpoints"), data.resolve("ledger/SQ/checkpoints"));
        Files.move(data.resolve("kept"), data.resolve(gone));
        restart();
        append(1);
        awaitAll();
        assertEquals(6, signedAndTrue().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger/SQ/checkpoint", "ledger/SQ/vkeys", "ledger/SQ/tile/0/000.p/5", "keys/SQ/ed25519.key"})
    void a_file_that_is_cut_off_stops_writing_with_a_sentence(String cut) throws Exception {
        append(5);
        awaitAll();
        ledger.close();
        if (cut.endsWith("checkpoint")) Files.delete(data.resolve("ledger/SQ/checkpoints/0000000000000005"));
        Files.write(data.resolve(cut), java.util.Arrays.copyOf(Files.readAllBytes(data.resolve(cut)), 10));
        open(_ -> {});
        var stopped = assertThrows(WritingStopped.class, () -> append(1));
        assertTrue(stopped.reasonEn().contains("Restore"), stopped.getMessage());
    }

    @Test
    void keys_change_with_one_checkpoint_that_both_sign() throws Exception {
        append(1);
        awaitAll();
        var old = ledger.verifierKeys("SQ");
        var rotation = ledger.beginRotation("SQ");
        assertEquals(rotation, ledger.beginRotation("SQ")); // a second try goes on with the first
        assertFalse(old.stream().anyMatch(rotation.vkeys()::contains));
        restart();
        append(1); // signed by the old keys alone: the event that adopts the new ones is not in the log
        awaitAll();
        journal.append(org.liuhen.server.journal.TestEvents.to("SQ", rotation.command(),
                new org.liuhen.server.journal.StreamAppend(stream, version++, List.of(unit("adopted")))));
        awaitAll();
        assertEquals(4, signers());
        assertEquals(4, ledger.verifierKeys("SQ").size());
        append(1);
        awaitAll();
        assertEquals(2, signers());
        assertEquals(rotation.vkeys(), ledger.open("SQ").vkeys());
        restart();
        append(1);
        awaitAll();
        signedAndTrue();
    }

    private long signers() throws IOException {
        var note = SignedNote.parse(Files.readAllBytes(data.resolve("ledger/SQ/checkpoint")));
        return note.open(ledger.verifierKeys("SQ").stream().map(VerifierKey::parse).toList()).verified().size();
    }

    private void rollBack(int size) throws SQLException {
        sql("delete from ledger_entry where agency = 'SQ' and leaf_index >= " + size);
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.administrator().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
