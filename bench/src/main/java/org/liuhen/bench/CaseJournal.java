package org.liuhen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.liuhen.bench.MadeUpCase.Judged;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;
import org.liuhen.server.database.AgencyRows;

/**
 * Made-up cases in the tables of the journal, in the order of their times, so that cases lie mixed as they do in an office. The rows are
 * those that the journal would write, with their leaves, which a ledger takes up; they are written two thousand at once.
 */
final class CaseJournal {

    private static final int CASES_AT_ONCE = 500;
    private static final int EVENTS_AT_ONCE = 2_000;
    private static final long SEED = 20_261_121;

    private CaseJournal() {}

    /**
     * Writes the cases 1 to {@code cases}, and when each is to be judged again; projections are not written.
     *
     * @param made safe for threads
     * @param scratch a file that may be made
     * @return how many events they have
     */
    static long write(int cases, IntFunction<Judged> made, Path scratch, AgencyRows rows) throws IOException {
        var file = new EventFile(scratch);
        try (var events = file.new Writer()) {
            for (var first = 1; first <= cases; first += CASES_AT_ONCE) {
                var some = IntStream.range(first, Math.min(cases + 1, first + CASES_AT_ONCE)).parallel().mapToObj(made).toList();
                for (var one : some) events.add(one.made());
                clocks(some, rows);
            }
        }
        var random = new SplittableRandom(SEED);
        file.read(EVENTS_AT_ONCE, batch -> insert(batch, random, rows));
        return file.count();
    }

    private static void clocks(List<Judged> cases, AgencyRows rows) {
        rows.ofAll(jdbc -> jdbc.sql("""
                insert into case_clock (case_id, agency, version, due_at)
                select * from unnest(cast(:ids as uuid[]), cast(:agencies as text[]), cast(:versions as bigint[]), cast(:due as timestamptz[]))
                """)
                .param("ids", cases.stream().map(one -> one.made().id().toString()).toArray(String[]::new))
                .param("agencies", cases.stream().map(one -> one.made().agency().value()).toArray(String[]::new))
                .param("versions", cases.stream().map(one -> (long) one.made().events().size()).toArray(Long[]::new))
                .param("due", cases.stream().map(one -> one.nextChangeAt().map(Object::toString).orElse(null)).toArray(String[]::new))
                .update());
    }

    private static void insert(List<EventFile.Placed> placed, SplittableRandom random, AgencyRows rows) {
        var salts = new ArrayList<byte[]>();
        var leaves = new ArrayList<byte[]>();
        for (var one : placed) {
            var salt = new byte[Payload.SALT_BYTES];
            random.nextBytes(salt);
            salts.add(salt);
            var stored = one.stored();
            leaves.add(Leaf.over(one.agency(), one.stream(), one.version(), stored.type(), stored.recordedAt(), salt, stored.bytes()).write());
        }
        rows.ofAll(jdbc -> jdbc.sql("""
                with one as (
                    select * from unnest(cast(:agencies as text[]), cast(:streams as uuid[]), cast(:versions as bigint[]),
                        cast(:types as text[]), cast(:typeVersions as int[]), cast(:times as timestamptz[]), cast(:leaves as bytea[]),
                        cast(:salts as bytea[]), cast(:payloads as bytea[])) with ordinality
                    as t (agency, stream, version, type, type_version, recorded_at, leaf, salt, payload, number)
                ), events as (
                    insert into event (agency, stream, version, type, type_version, recorded_at, leaf)
                    select agency, stream, version, type, type_version, recorded_at, leaf from one order by number
                    returning position, stream, version
                )
                insert into payload (event, agency, salt, bytes)
                select e.position, o.agency, o.salt, o.payload from events e join one o using (stream, version) order by e.position
                """)
                .param("agencies", placed.stream().map(one -> one.agency().value()).toArray(String[]::new))
                .param("streams", placed.stream().map(one -> one.stream().toString()).toArray(String[]::new))
                .param("versions", placed.stream().map(EventFile.Placed::version).toArray(Long[]::new))
                .param("types", placed.stream().map(one -> one.stored().type()).toArray(String[]::new))
                .param("typeVersions", placed.stream().map(one -> one.stored().typeVersion()).toArray(Integer[]::new))
                .param("times", placed.stream().map(one -> one.stored().recordedAt().toString()).toArray(String[]::new))
                .param("leaves", leaves.toArray(byte[][]::new))
                .param("salts", salts.toArray(byte[][]::new))
                .param("payloads", placed.stream().map(one -> one.stored().bytes()).toArray(byte[][]::new))
                .update());
    }
}
