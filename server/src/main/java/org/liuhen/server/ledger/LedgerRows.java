package org.liuhen.server.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.server.database.AgencyRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's tables: which event has which place, and what was signed. */
final class LedgerRows {

    /** The most entries that one transaction makes. */
    static final int ENTRIES_AT_ONCE = 10_000;

    private final AgencyRows rows;

    LedgerRows(AgencyRows rows) {
        this.rows = rows;
    }

    /** What a pass found and did. */
    record Sequenced(long before, long after, long lastPosition) {}

    /**
     * Gives the next leaf indices to events that have none, in the order of their positions.
     *
     * @param above positions up to this one are known to have theirs
     * @param atLeast the size that was signed: with fewer entries the database is not the one that was signed, and nothing is
     *     written
     */
    Sequenced sequence(LogName log, long above, long atLeast, FaultPoint.Hook fault) {
        return rows.exclusively(log.agency(), "ledger", jdbc -> {
            var before = size(log, jdbc);
            if (before < atLeast) return new Sequenced(before, before, above);
            var taken = jdbc.sql("""
                    insert into ledger_entry (agency, log, leaf_index, event)
                    select :agency, :log, :before + row_number() over (order by position) - 1, position
                    from (select e.position from event e left join ledger_entry l on l.event = e.position
                          where e.agency = :agency and e.position > :above and l.event is null
                          order by e.position limit :limit) pending
                    returning event
                    """)
                    .param("agency", log.agency())
                    .param("log", log.number())
                    .param("before", before)
                    .param("above", above)
                    .param("limit", ENTRIES_AT_ONCE)
                    .query(Long.class)
                    .list();
            if (!taken.isEmpty()) fault.reached(FaultPoint.ENTRIES_INSERTED);
            return new Sequenced(before, before + taken.size(), taken.stream().mapToLong(Long::longValue).max().orElse(above));
        });
    }

    /** The number of the agency's newest log in the database; 0 if there is none. */
    int newestLog(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("select coalesce(max(log), 0) from ledger_entry where agency = :agency")
                .param("agency", agency)
                .query(Integer.class)
                .single());
    }

    long size(LogName log) {
        return rows.of(log.agency(), jdbc -> size(log, jdbc));
    }

    private static long size(LogName log, JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(leaf_index) + 1, 0) from ledger_entry where agency = :agency and log = :log")
                .param("agency", log.agency())
                .param("log", log.number())
                .query(Long.class)
                .single();
    }

    /** Those of the agencies that have events without a place, above the position known for each. */
    List<String> pending(List<String> agencies, Collection<Long> above) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select a.agency from unnest(:agencies::text[], :above::bigint[]) as a (agency, above)
                where exists (select from event e left join ledger_entry l on l.event = e.position
                              where e.agency = a.agency and e.position > a.above and l.event is null)
                """)
                .param("agencies", agencies.toArray(String[]::new))
                .param("above", above.toArray(Long[]::new))
                .query(String.class)
                .list());
    }

    /** How many of the agency's events come after the last one that has a place. */
    long pendingEntries(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select count(*) from event where agency = :agency and position > coalesce(
                    (select event from ledger_entry where agency = :agency order by log desc, leaf_index desc limit 1), 0)
                """)
                .param("agency", agency)
                .query(Long.class)
                .single());
    }

    /** The leaves in the given range of indices. */
    List<byte[]> leaves(LogName log, long from, long to) {
        return rows.of(log.agency(), jdbc -> jdbc.sql("""
                select e.leaf from ledger_entry l join event e on e.position = l.event
                where l.agency = :agency and l.log = :log and l.leaf_index >= :from and l.leaf_index < :to
                order by l.leaf_index
                """)
                .param("agency", log.agency())
                .param("log", log.number())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> row.getBytes("leaf"))
                .list());
    }

    /** The largest checkpoint that the database knows. */
    Optional<Checkpoint> newest(LogName log, String origin) {
        return rows.of(log.agency(), jdbc -> jdbc.sql("""
                select tree_size, root from checkpoint where agency = :agency and log = :log
                order by tree_size desc limit 1
                """)
                .param("agency", log.agency())
                .param("log", log.number())
                .query((row, _) -> Checkpoint.of(origin, row.getLong("tree_size"), row.getBytes("root")))
                .optional());
    }

    void insert(LogName log, Checkpoint checkpoint, byte[] note, Instant signedAt) {
        rows.of(log.agency(), jdbc -> jdbc.sql("""
                insert into checkpoint (agency, log, tree_size, root, note, signed_at)
                values (:agency, :log, :size, :root, :note, :signedAt) on conflict (agency, log, tree_size) do nothing
                """)
                .param("agency", log.agency())
                .param("log", log.number())
                .param("size", checkpoint.size())
                .param("root", Base64.getDecoder().decode(checkpoint.root()))
                .param("note", note)
                .param("signedAt", signedAt.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Where an event stands, with what its receipt shows. */
    record Entry(LogName log, long leafIndex, String leaf, Optional<Receipt.Shown> shown) {}

    Optional<Entry> entry(UUID stream, long version) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select l.agency, l.log, l.leaf_index, e.leaf, p.salt, p.bytes
                from event e join ledger_entry l on l.event = e.position left join payload p on p.event = e.position
                where e.stream = :stream and e.version = :version
                """)
                .param("stream", stream)
                .param("version", version)
                .query((row, _) -> new Entry(
                        new LogName(row.getString("agency"), row.getInt("log")),
                        row.getLong("leaf_index"),
                        Base64.getEncoder().encodeToString(row.getBytes("leaf")),
                        row.getBytes("bytes") == null
                                ? Optional.empty()
                                : Optional.of(Receipt.Shown.of(row.getBytes("salt"), row.getBytes("bytes")))))
                .optional());
    }

    /** The leaf index of each stream's first event that has one. */
    Map<UUID, Long> firstPositions(Collection<UUID> streams) {
        var found = new HashMap<UUID, Long>();
        if (streams.isEmpty()) return found;
        rows.ofAll(jdbc -> jdbc.sql("""
                select e.stream, l.leaf_index from event e join ledger_entry l on l.event = e.position
                where e.stream = any(:streams) and e.version = 1
                """)
                .param("streams", streams.toArray(UUID[]::new))
                .query((row, _) -> found.put(row.getObject("stream", UUID.class), row.getLong("leaf_index")))
                .list());
        return found;
    }

    /** The agency of a stream; empty if there is no such event. */
    Optional<String> agency(UUID stream, long version) {
        return rows.ofAll(jdbc -> jdbc.sql("select agency from event where stream = :stream and version = :version")
                .param("stream", stream)
                .param("version", version)
                .query(String.class)
                .optional());
    }

    /** An event that has no place in any log. */
    record Pending(long position, String leaf) {
        byte[] leafBytes() {
            return Base64.getDecoder().decode(leaf);
        }
    }

    /** The agency's first events without a place, in the order of their positions. */
    List<Pending> pending(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select e.position, e.leaf from event e left join ledger_entry l on l.event = e.position
                where e.agency = :agency and l.event is null order by e.position limit :limit
                """)
                .param("agency", agency)
                .param("limit", ENTRIES_AT_ONCE)
                .query((row, _) -> new Pending(
                        row.getLong("position"), Base64.getEncoder().encodeToString(row.getBytes("leaf"))))
                .list());
    }

    /** Gives an event its place. */
    void place(LogName log, long leafIndex, long position) {
        rows.of(log.agency(), jdbc -> {
            place(log, leafIndex, position, jdbc);
            return position;
        });
    }

    /** In a transaction of the agency. A place that is taken stays as it is. */
    static void place(LogName log, long leafIndex, long position, JdbcClient jdbc) {
        jdbc.sql("""
                insert into ledger_entry (agency, log, leaf_index, event) values (:agency, :log, :leafIndex, :position)
                on conflict do nothing
                """)
                .param("agency", log.agency())
                .param("log", log.number())
                .param("leafIndex", leafIndex)
                .param("position", position)
                .update();
    }

    /** The leaf index of the last event of a command; empty while not all have one. */
    Optional<Long> leafOfCommand(String agency, UUID command) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select max(l.leaf_index) from command c cross join unnest(c.events) as e (position)
                left join ledger_entry l on l.event = e.position
                where c.agency = :agency and c.command = :command having count(*) = count(l.event) and count(*) > 0
                """)
                .param("agency", agency)
                .param("command", command)
                .query(Long.class)
                .optional());
    }
}
