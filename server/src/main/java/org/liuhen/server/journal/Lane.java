package org.liuhen.server.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a transaction must know of an agency before it may write, read behind the agency's lock: it stays true until the commit.
 *
 * @param lastRecordedAt of the agency's newest event; the epoch if there is none
 * @param treeSize entries of the agency's ledger
 * @param versions of the streams that will be written, by stream; absent means 0
 * @param outcomes positions of the events of those commands that were carried out before
 */
record Lane(Instant lastRecordedAt, long treeSize, Map<UUID, Long> versions, Map<UUID, Long[]> outcomes) {

    /** Waits for the agency's lock, which the transaction keeps to its end. */
    static Lane lock(String agency, List<Submission> submissions, JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('liuhen.append/' || :agency, 0))")
                .param("agency", agency)
                .query()
                .singleRow();
        // a statement of its own: it must see what the previous holder of the lock has committed
        var head = jdbc.sql("""
                select (select recorded_at from event where agency = :agency order by position desc limit 1) as recorded_at,
                       (select leaf_index from ledger_entry where agency = :agency order by leaf_index desc limit 1) as leaf_index
                """)
                .param("agency", agency)
                .query((row, _) -> new Head(row.getObject("recorded_at", OffsetDateTime.class), row.getObject("leaf_index", Long.class)))
                .single();
        return new Lane(head.moment(), head.treeSize(), versions(submissions, jdbc), outcomes(agency, submissions, jdbc));
    }

    private record Head(@org.jspecify.annotations.Nullable OffsetDateTime recordedAt, @org.jspecify.annotations.Nullable Long leafIndex) {
        Instant moment() {
            return recordedAt == null ? Instant.EPOCH : recordedAt.toInstant();
        }

        long treeSize() {
            return leafIndex == null ? 0 : leafIndex + 1;
        }
    }

    private static Map<UUID, Long> versions(List<Submission> submissions, JdbcClient jdbc) {
        var streams = submissions.stream()
                .flatMap(submission -> submission.appends().stream().map(append -> append.stream().toString()))
                .distinct()
                .toArray(String[]::new);
        var versions = new HashMap<UUID, Long>();
        jdbc.sql("select stream, max(version) as version from event where stream = any(:streams::uuid[]) group by stream")
                .param("streams", streams)
                .query(row -> {
                    versions.put(row.getObject("stream", UUID.class), row.getLong("version"));
                });
        return versions;
    }

    private static Map<UUID, Long[]> outcomes(String agency, List<Submission> submissions, JdbcClient jdbc) {
        var commands = submissions.stream().map(submission -> submission.command().toString()).distinct().toArray(String[]::new);
        var outcomes = new HashMap<UUID, Long[]>();
        jdbc.sql("select command, events from command where agency = :agency and command = any(:commands::uuid[])")
                .param("agency", agency)
                .param("commands", commands)
                .query(row -> {
                    outcomes.put(row.getObject("command", UUID.class), (Long[]) row.getArray("events").getArray());
                });
        return outcomes;
    }
}
