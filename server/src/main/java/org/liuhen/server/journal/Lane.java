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
 * @param log number of the agency's newest ledger; 0 if there is none
 * @param treeSize its entries
 * @param versions of the streams that will be written, by stream; absent means 0
 * @param outcomes positions of the events of those commands that were carried out before
 */
record Lane(Instant lastRecordedAt, int log, long treeSize, Map<UUID, Long> versions, Map<UUID, Long[]> outcomes) {

    /** Behind the lock. One statement, because each is a journey to the database while others wait for the lock. */
    static Lane read(String agency, List<Submission> submissions, JdbcClient jdbc) {
        var found = new Lane(Instant.EPOCH, 0, 0, new HashMap<>(), new HashMap<>());
        var heads = jdbc.sql("""
                select null::uuid as stream, 0::bigint as number, null::uuid as command, null::bigint[] as events,
                       (select recorded_at from event where agency = :agency order by position desc limit 1) as recorded_at,
                       coalesce(newest.log, 0) as log, coalesce(newest.leaf_index + 1, 0) as tree_size
                from (values (1)) one left join lateral (select log, leaf_index from ledger_entry where agency = :agency
                                                         order by log desc, leaf_index desc limit 1) newest on true
                union all
                select s.stream, v.version, null, null, null, null, null from unnest(:streams::uuid[]) as s (stream)
                cross join lateral (select version from event e where e.stream = s.stream order by version desc limit 1) v
                union all
                select null, 0, command, events, null, null, null from command where agency = :agency and command =
                    any(:commands::uuid[])
                """)
                .param("agency", agency)
                .param("streams", submissions.stream()
                        .flatMap(submission -> submission.appends().stream().map(append -> append.stream().toString()))
                        .distinct()
                        .toArray(String[]::new))
                .param("commands", submissions.stream().map(submission -> submission.command().toString()).distinct()
                        .toArray(String[]::new))
                .query((row, _) -> {
                    var stream = row.getObject("stream", UUID.class);
                    var command = row.getObject("command", UUID.class);
                    if (stream != null) found.versions.put(stream, row.getLong("number"));
                    else if (command != null) found.outcomes.put(command, (Long[]) row.getArray("events").getArray());
                    var recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
                    return new Lane(
                            recordedAt == null ? Instant.EPOCH : recordedAt.toInstant(), row.getInt("log"), row.getLong("tree_size"),
                                    found.versions, found.outcomes);
                })
                .list();
        return heads.getFirst();
    }
}
