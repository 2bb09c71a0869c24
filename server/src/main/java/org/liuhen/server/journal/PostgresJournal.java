package org.liuhen.server.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.liuhen.server.database.AgencyRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal in PostgreSQL. One transaction at a time writes an agency's events: a lock of the database, held to the commit,
 * keeps {@code recordedAt} from decreasing and lets positions appear in their order. What waits for it shares the next
 * transaction, so that the rate of commits does not limit the rate of appends (docs/decisions/0010).
 */
public final class PostgresJournal implements Journal {

    /** Later than any clock; PostgreSQL's own infinity has no instant. */
    private static final Instant EVER = Instant.parse("9999-12-31T23:59:59.999Z");

    private final AgencyRows rows;
    private final List<Projection> projections;
    private final WriteGuard guard;
    private final Consumer<Grown> grown;
    private final Clock clock;
    private final Map<String, GroupCommit<Submitted, Appended>> lanes = new ConcurrentHashMap<>();

    /** @param grown told after every commit, in the thread that committed; must be quick and not throw */
    public PostgresJournal(AgencyRows rows, List<Projection> projections, WriteGuard guard, Consumer<Grown> grown, Clock clock) {
        this.rows = rows;
        this.projections = List.copyOf(projections);
        this.guard = guard;
        this.grown = grown;
        this.clock = clock;
    }

    @Override
    public Appended append(Submission submission) {
        var submitted = new Submitted(submission);
        var lane = lanes.computeIfAbsent(submission.agency(), _ -> new GroupCommit<>());
        return lane.submit(submitted, group -> carryOut(submission.agency(), group));
    }

    private void carryOut(String agency, List<GroupCommit.Waiting<Submitted, Appended>> group) {
        List<Writing.Outcome> outcomes;
        try {
            outcomes = rows.exclusively(agency, "append",
                    jdbc -> write(agency, group.stream().map(GroupCommit.Waiting::work).toList(), jdbc));
        } catch (RuntimeException e) {
            if (group.size() == 1) group.getFirst().failed(e);
            else group.forEach(one -> carryOut(agency, List.of(one))); // one of them broke the transaction: each by itself
            return;
        }
        for (var i = 0; i < group.size(); i++) {
            switch (outcomes.get(i)) {
                case Writing.Outcome.Done(var appended) -> group.get(i).done(appended);
                case Writing.Outcome.Refused(var conflict) -> group.get(i).failed(conflict);
            }
        }
        grown.accept(new Grown(agency));
    }

    private List<Writing.Outcome> write(String agency, List<Submitted> group, JdbcClient jdbc) {
        var lane = Lane.read(agency, group.stream().map(Submitted::submission).toList(), jdbc);
        guard.check(agency, lane.log(), lane.treeSize());
        var now = clock.instant().isBefore(lane.lastRecordedAt()) ? lane.lastRecordedAt() : EventRows.cut(clock.instant());
        return new Writing(agency, lane, now, projections, jdbc).write(group);
    }

    @Override
    public List<Recorded> read(UUID stream) {
        return readAsAt(stream, EVER);
    }

    @Override
    public List<Recorded> readAsAt(UUID stream, Instant moment) {
        return rows.ofAll(jdbc -> EventRows.ofStream(stream, moment, jdbc));
    }

    @Override
    public Optional<Recorded> read(UUID stream, long version) {
        return rows.ofAll(jdbc -> EventRows.one(stream, version, jdbc));
    }

    @Override
    public Optional<Appended> outcome(String agency, UUID command) {
        return rows.of(agency, jdbc -> jdbc
                .sql("select events from command where agency = :agency and command = :command")
                .param("agency", agency)
                .param("command", command)
                .query((row, _) -> (Long[]) row.getArray("events").getArray())
                .optional()
                .map(positions -> new Appended(EventRows.atPositions(positions, jdbc), true)));
    }
}
