package org.liuhen.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.journal.TestEvents.one;
import static org.liuhen.server.journal.TestEvents.to;
import static org.liuhen.server.journal.TestEvents.unit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.database.DatabaseRole;
import org.liuhen.server.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresJournalTest {

    private static TestDatabase database;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final Journal journal = journal(List.of());
    private final UUID stream = UUID.randomUUID();

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private Journal journal(List<Projection> projections) {
        InstantSource moments = now::get;
        Clock clock = moments.withZone(ZoneOffset.UTC);
        return new PostgresJournal(database.rows(), projections, (_, _, _) -> {}, _ -> {}, clock);
    }

    @Test
    void what_is_appended_is_read() {
        var command = UUID.randomUUID();
        var appended = journal.append(to("SQ", command, new StreamAppend(stream, 0, List.of(unit("a"), unit("b")))));

        var read = journal.read(stream);
        assertEquals(appended.recorded(), read);
        assertEquals(List.of(unit("a"), unit("b")), read.stream().map(Recorded::fact).toList());
        assertEquals(List.of(1L, 2L), read.stream().map(Recorded::version).toList());
        assertEquals(command, read.getFirst().command());
        assertEquals(2, appended.version(stream));
        assertFalse(appended.repeated());
        assertEquals(Optional.of(read.getLast()), journal.read(stream, 2));
    }

    @Test
    void a_stream_that_moved_on_refuses_and_keeps_nothing() {
        var other = UUID.randomUUID();
        journal.append(one("SQ", stream, 0, unit("a")));
        var late = to("SQ", UUID.randomUUID(),
                new StreamAppend(other, 0, List.of(unit("x"))), new StreamAppend(stream, 0, List.of(unit("b"))));

        var conflict = assertThrows(VersionConflict.class, () -> journal.append(late));
        assertEquals(List.of(stream, 0L, 1L), List.of(conflict.stream(), conflict.expected(), conflict.found()));
        assertEquals(List.of(), journal.read(other));
        assertEquals(1, journal.read(stream).size());
        assertEquals(Optional.empty(), journal.outcome("SQ", late.command()));
    }

    @Test
    void a_command_is_carried_out_once() {
        var submission = one("SQ", stream, 0, unit("a"));
        var first = journal.append(submission);
        var again = journal.append(submission);

        assertTrue(again.repeated());
        assertEquals(first.recorded(), again.recorded());
        assertEquals(1, journal.read(stream).size());
        assertEquals(Optional.of(again), journal.outcome("SQ", submission.command()));
        assertEquals(Optional.empty(), journal.outcome("CL", submission.command()));
    }

    @Test
    void recorded_at_never_decreases_within_an_agency() {
        var agency = "A1";
        journal.append(one(agency, stream, 0, unit("a")));
        var first = now.get();
        now.set(Instant.parse("2020-01-01T00:00:00Z")); // the server's clock was set back by years
        journal.append(one(agency, stream, 1, unit("b")));
        now.set(Instant.parse("2026-03-02T08:00:01.5679Z"));
        journal.append(one(agency, stream, 2, unit("c")));

        assertEquals(List.of(first, first, Instant.parse("2026-03-02T08:00:01.567Z")),
                journal.read(stream).stream().map(Recorded::recordedAt).toList());
    }

    @Test
    void as_at_a_moment_shows_what_was_known_then() {
        var agency = "A2";
        journal.append(one(agency, stream, 0, unit("a")));
        now.set(now.get().plusSeconds(60));
        journal.append(one(agency, stream, 1, unit("b")));

        assertEquals(1, journal.readAsAt(stream, now.get().minusMillis(1)).size());
        assertEquals(2, journal.readAsAt(stream, now.get()).size());
        assertEquals(0, journal.readAsAt(stream, now.get().minusSeconds(61)).size());
    }

    @Test
    void a_payload_over_the_limit_is_refused() {
        var tooLong = new UnitRegistered(new UnitCode("a"), "长".repeat(Journal.PAYLOAD_LIMIT_BYTES / 3), UnitKind.OTHER);
        assertThrows(PayloadTooLarge.class, () -> journal.append(one("SQ", stream, 0, unit("a"), tooLong)));
        assertEquals(List.of(), journal.read(stream));
    }

    @Test
    void a_projection_that_fails_takes_only_its_own_submission_with_it() throws Exception {
        var picky = new Projection() {
            @Override
            public String name() {
                return "picky";
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public void apply(Recorded recorded, JdbcClient jdbc) {
                if (recorded.fact().equals(unit("bad"))) jdbc.sql("select 1 / 0").query().singleRow();
            }
        };
        var with = journal(List.of(picky));
        var work = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 40; i++) {
            var bad = i % 10 == 7;
            work.add(() -> {
                var own = UUID.randomUUID();
                try {
                    with.append(one("A3", own, 0, unit(bad ? "bad" : "good")));
                    return !bad && journal.read(own).size() == 1;
                } catch (org.springframework.dao.DataAccessException e) {
                    return bad && journal.read(own).isEmpty();
                }
            });
        }
        assertTrue(together(work).stream().allMatch(Boolean::booleanValue));
    }

    @Test
    void of_writers_to_one_version_one_wins() throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 16; i++) {
            var code = "w" + i;
            work.add(() -> {
                try {
                    journal.append(one("A4", stream, 0, unit(code)));
                    return true;
                } catch (VersionConflict e) {
                    return false;
                }
            });
        }
        assertEquals(1, together(work).stream().filter(Boolean::booleanValue).count());
        assertEquals(1, journal.read(stream).size());
    }

    @Test
    void the_same_command_sent_many_times_at_once_is_carried_out_once() throws Exception {
        var submission = one("A5", stream, 0, unit("a"));
        var work = new ArrayList<Callable<Appended>>();
        for (var i = 0; i < 16; i++) {
            work.add(() -> journal.append(submission));
        }
        var outcomes = together(work);
        assertEquals(1, outcomes.stream().filter(outcome -> !outcome.repeated()).count());
        assertEquals(1, outcomes.stream().map(Appended::recorded).distinct().count());
    }

    @Test
    void many_writers_lose_nothing_and_positions_follow_recorded_at() throws Exception {
        var agency = "A6";
        var streams = LongStream.range(0, 8).mapToObj(_ -> UUID.randomUUID()).toList();
        var work = new ArrayList<Callable<Integer>>();
        for (var own : streams) {
            work.add(() -> {
                for (var i = 0; i < 50; i++) {
                    now.updateAndGet(moment -> moment.plusMillis(1));
                    journal.append(one(agency, own, i, unit("u" + i)));
                }
                return 50;
            });
        }
        assertEquals(400, together(work).stream().mapToInt(Integer::intValue).sum());
        var all = streams.stream().flatMap(own -> journal.read(own).stream())
                .sorted(java.util.Comparator.comparingLong(Recorded::position)).toList();
        assertEquals(400, all.size());
        // a stable sort moves nothing
        assertEquals(all, all.stream().sorted(java.util.Comparator.comparing(Recorded::recordedAt)).toList());
    }

    @Test
    void only_the_eraser_deletes_and_only_what_is_condemned() throws SQLException {
        journal.append(one("SQ", stream, 0, unit("secret"), unit("kept")));
        var secret = journal.read(stream, 1).orElseThrow();
        var kept = journal.read(stream, 2).orElseThrow();
        assertEquals(0, erase(secret.position()));
        journal.append(one("SQ", stream, 2, new PayloadDestroyed(1, "误录国家秘密", List.of("张三", "李四"))));

        assertEquals(1, erase(secret.position()));
        assertEquals(0, erase(kept.position()));
        var read = journal.read(stream);
        assertEquals(new Destroyed("UnitRegistered"), read.getFirst().fact());
        assertEquals(Optional.empty(), read.getFirst().context());
        assertThrows(IllegalStateException.class, () -> read.getFirst().actor());
        assertEquals(unit("kept"), read.get(1).fact());
    }

    private static int erase(long position) throws SQLException {
        try (var connection = database.access(DatabaseRole.ERASER).connect(); var statement = connection.createStatement()) {
            statement.execute("set liuhen.agency = 'SQ'");
            return statement.executeUpdate("delete from payload where event = " + position);
        }
    }

    @Test
    void the_server_may_not_change_history_nor_see_another_agency() throws SQLException {
        journal.append(one("SQ", stream, 0, unit("a")));
        try (var connection = database.access(DatabaseRole.APP).connect(); var statement = connection.createStatement()) {
            statement.execute("set liuhen.agency = '*'");
            for (var sql : List.of("update event set version = 9", "delete from event", "update payload set bytes = salt",
                    "delete from payload", "truncate event cascade", "update ledger_entry set leaf_index = 0",
                            "delete from command")) {
                assertEquals("42501", assertThrows(SQLException.class, () -> statement.execute(sql), sql).getSQLState(), sql);
            }
            var count = "select count(*) from event where stream = '" + stream + "'";
            assertEquals(1, number(statement, count));
            statement.execute("set liuhen.agency = 'CL'");
            assertEquals(0, number(statement, count));
            statement.execute("reset liuhen.agency");
            assertEquals(0, number(statement, count));
            var insert = "insert into event (agency, stream, version, type, type_version, recorded_at, leaf)"
                    + " values ('SQ', gen_random_uuid(), 1, 'X', 1, now(), '')";
            assertEquals("42501", assertThrows(SQLException.class, () -> statement.execute(insert)).getSQLState());
        }
    }

    private static long number(java.sql.Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
