package org.liuhen.bench;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.StationId;
import org.liuhen.postgres.LocalPostgres;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.database.Database;
import org.liuhen.server.database.DatabaseRole;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.PostgresJournal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.ledger.FaultPoint;
import org.liuhen.server.ledger.FilesLedger;

/**
 * Durable appends of one event each by eight writers who wait for each answer, and the time from the commit until the receipt can be had,
 * while they go on. Against a gapless table behind one lock, with the same bytes, in the same PostgreSQL. The journal is the server's own,
 * in this process, without projections, which the peer does not have either.
 */
final class LedgerBench implements Bench {

    private static final String NAME = "ledger";
    private static final String APPENDS = "durable appends, 8 writers";
    private static final String SLOWEST = "commit to signed checkpoint, p99";
    private static final String PEER = "gapless table behind one lock";

    static final int WRITERS = 8;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final String AGENCY = "BENCH";
    /** Of so many appends one writer's is followed to its receipt. */
    private static final int FOLLOW_EVERY = 400;
    private static final Duration FOLLOW_LIMIT = Duration.ofSeconds(30);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atLeast(APPENDS, 5_000, "/s"), Bar.atMost(SLOWEST, 1, "s"));
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        var folder = new DataFolder(workplace.newFolder("data"));
        var postgres = LocalPostgres.start(LocalPostgres.Settings.in(folder.postgres()));
        workplace.atEnd(postgres::close);
        try (var lock = folder.lock()) {
            assert lock.channel().isOpen();
            return run(workplace, folder, postgres);
        }
    }

    private static List<Row> run(Workplace workplace, DataFolder folder, LocalPostgres postgres) throws Exception {
        var database = Database.prepare(postgres.access(), folder.keys().resolve("database"), Optional.empty());
        var pool = database.pool(DatabaseRole.APP, Database.POOL_CONNECTIONS);
        workplace.atEnd(pool);
        var rows = new AgencyRows(pool);
        var ledger = new FilesLedger(folder, "bench.example", rows, Clock.systemUTC(), FaultPoint.BY_PROPERTY);
        workplace.atEnd(ledger::close);
        ledger.open(AGENCY);
        var journal = new PostgresJournal(rows, List.of(), ledger, ledger::grown, Clock.systemUTC());

        var appends = new Samples();
        var peerAppends = new Samples();
        var lags = new Samples();
        var ours = new Appending(journal, ledger);
        ours.measure(WARM_UP, new Samples());
        var peer = new GaplessTable(postgres.access(), AGENCY);
        workplace.atEnd(peer);
        peer.measure(WARM_UP);
        for (var round = 0; round < ROUNDS; round++) {
            appends.add(ours.measure(ROUND, lags));
            peerAppends.add(peer.measure(ROUND));
        }
        return List.of(
                Row.of(NAME, APPENDS, appends.median(), "/s").against(PEER, appends.median() / peerAppends.median()),
                Row.of(NAME, PEER, peerAppends.median(), "/s"),
                Row.of(NAME, "commit to signed checkpoint, p50", lags.median(), "s"),
                Row.of(NAME, SLOWEST, lags.percentile(99), "s"),
                Row.of(NAME, "appends followed to their receipt", lags.count(), "appends"));
    }

    /** Each writer appends to a new stream each time, as a hand-in does. */
    private record Appending(Journal journal, FilesLedger ledger) {

        double measure(Duration time, Samples lags) throws Exception {
            var begun = System.nanoTime();
            var until = begun + time.toNanos();
            var counts = Uploads.together(IntStream.range(0, WRITERS).<Callable<Long>>mapToObj(writer -> () -> write(writer, until, lags)).toList());
            return counts.stream().mapToLong(Long::longValue).sum() * 1e9 / (System.nanoTime() - begun);
        }

        private long write(int writer, long until, Samples lags) throws Exception {
            var random = new SplittableRandom(writer);
            var follower = new Follower(ledger, lags);
            var count = 0L;
            for (; System.nanoTime() < until; count++) {
                var submission = handIn(random);
                journal.append(submission);
                if (count % FOLLOW_EVERY == 0) follower.follow(submission.appends().getFirst().stream());
            }
            follower.finish();
            return count;
        }
    }

    /** Waits beside the writer, one append at a time, for a receipt. */
    private static final class Follower {
        private final FilesLedger ledger;
        private final Samples lags;
        private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
        private @Nullable Thread waiting;

        private Follower(FilesLedger ledger, Samples lags) {
            this.ledger = ledger;
            this.lags = lags;
        }

        /** Does nothing while the one before is still being followed, so that following costs little. */
        void follow(UUID stream) {
            var committed = System.nanoTime();
            if (waiting != null && waiting.isAlive()) return;
            waiting = Thread.ofVirtual().start(() -> await(stream, committed));
        }

        private void await(UUID stream, long committed) {
            try {
                if (ledger.await(stream, 1, FOLLOW_LIMIT).isEmpty()) throw new IllegalStateException("no receipt within " + FOLLOW_LIMIT);
                synchronized (lags) {
                    lags.add((System.nanoTime() - committed) / 1e9);
                }
            } catch (InterruptedException | RuntimeException e) {
                fault.set(e);
            }
        }

        void finish() throws Exception {
            if (waiting != null) waiting.join();
            var found = fault.get();
            if (found != null) throw found;
        }
    }

    private static Submission handIn(SplittableRandom random) {
        var stream = UUID.randomUUID();
        var name = "DSJ-" + random.nextInt(1_000_000) + "_20260302_070400.MP4";
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        var event = new RecordingHandedIn(new RecordingId(stream), new DeviceId(new UUID(1, 1)), Optional.of(new HandInId(new UUID(1, 2))),
                name, RawName.of(name.getBytes(StandardCharsets.UTF_8)), "DCIM/100MEDIA/" + name, random.nextLong(1L << 32),
                new Digest(Digest.Algorithm.SHA256, hex), new Digest(Digest.Algorithm.SM3_TREE, hex), Optional.empty(), Optional.empty(), Via.STATION);
        return new Submission(AGENCY, UUID.randomUUID(), Actor.station(new StationId(new UUID(1, 3)), "执法一股采集站"), Instant.now(),
                Duration.ofMillis(20), List.of(new StreamAppend(stream, 0, List.of(event))));
    }
}
