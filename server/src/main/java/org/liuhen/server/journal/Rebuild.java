package org.liuhen.server.journal;

import java.util.List;
import java.util.function.LongConsumer;
import org.liuhen.server.database.AgencyRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties all projections and replays the journal into them, in one transaction: readers see the old rows until the new ones
 * are complete.
 */
public final class Rebuild {

    private static final int EVENTS_AT_ONCE = 4_000;

    private final AgencyRows rows;
    private final List<Projection> projections;

    public Rebuild(AgencyRows rows, List<Projection> projections) {
        this.rows = rows;
        this.projections = List.copyOf(projections);
    }

    /** The tables of all projections. */
    public List<String> tables() {
        return projections.stream().flatMap(projection -> projection.tables().stream()).distinct().toList();
    }

    /**
     * Appends meanwhile wait for its end: they write the same tables.
     *
     * @param progress told the number of events replayed so far
     * @return events replayed
     */
    public long run(LongConsumer progress) {
        return rows.ofAll(jdbc -> {
            if (!tables().isEmpty()) jdbc.sql("truncate " + String.join(", ", tables())).update(); // names from our own beans
            var replayed = replay(progress, jdbc);
            projections.forEach(projection -> projection.rebuilt(jdbc));
            return replayed;
        });
    }

    private long replay(LongConsumer progress, JdbcClient jdbc) {
        var position = 0L;
        var replayed = 0L;
        while (true) {
            var batch = EventRows.after(position, EVENTS_AT_ONCE, jdbc);
            if (batch.isEmpty()) return replayed;
            for (var projection : projections) {
                projection.applyAll(batch, jdbc);
            }
            position = batch.getLast().position();
            replayed += batch.size();
            progress.accept(replayed);
        }
    }
}
