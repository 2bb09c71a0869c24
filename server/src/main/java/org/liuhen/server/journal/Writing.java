package org.liuhen.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.PayloadDestroyed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One transaction that writes the submissions of a group, each of them completely or not at all. */
final class Writing {

    /** What became of one submission. */
    sealed interface Outcome {
        /** Written now, or earlier. */
        record Done(Appended appended) implements Outcome {}

        /** Not written; the others of the group are. */
        record Refused(VersionConflict conflict) implements Outcome {}
    }

    private final String agency;
    private final Instant now;
    private final List<Projection> projections;
    private final JdbcClient jdbc;
    private final Map<UUID, Long> versions;
    private final Map<UUID, Long[]> outcomes;

    /** @param now not before the agency's newest event */
    Writing(String agency, Lane lane, Instant now, List<Projection> projections, JdbcClient jdbc) {
        this.agency = agency;
        this.now = now;
        this.projections = projections;
        this.jdbc = jdbc;
        this.versions = new HashMap<>(lane.versions());
        this.outcomes = new HashMap<>(lane.outcomes());
    }

    /** The outcomes, in the order of the submissions. They hold once the transaction is committed. */
    List<Outcome> write(List<Submitted> group) {
        var refused = new HashMap<Submitted, VersionConflict>();
        var accepted = new ArrayList<Submitted>();
        var seen = new HashMap<UUID, Submitted>();
        for (var submitted : group) {
            var command = submitted.submission().command();
            if (outcomes.containsKey(command) || seen.containsKey(command)) continue; // carried out before, or by this very group
            var conflict = conflict(submitted.submission());
            if (conflict != null) {
                refused.put(submitted, conflict);
            } else {
                accepted.add(submitted);
                seen.put(command, submitted);
                submitted.submission().appends().forEach(append ->
                        versions.put(append.stream(), append.expectedVersion() + append.events().size()));
            }
        }
        var done = insert(accepted);
        return group.stream().<Outcome>map(submitted -> {
            var conflict = refused.get(submitted);
            if (conflict != null) return new Outcome.Refused(conflict);
            var first = done.get(submitted);
            return new Outcome.Done(first != null ? first : repeated(submitted, seen, done));
        }).toList();
    }

    private @Nullable VersionConflict conflict(Submission submission) {
        for (var append : submission.appends()) {
            long found = versions.getOrDefault(append.stream(), 0L);
            if (found != append.expectedVersion()) return new VersionConflict(append.stream(), append.expectedVersion(), found);
        }
        return null;
    }

    private Appended repeated(Submitted submitted, Map<UUID, Submitted> seen, Map<Submitted, Appended> done) {
        var positions = outcomes.get(submitted.submission().command());
        if (positions != null) return new Appended(EventRows.atPositions(positions, jdbc), true);
        var first = done.get(seen.get(submitted.submission().command()));
        return new Appended(Objects.requireNonNull(first, "carried out in this group").recorded(), true);
    }

    private Map<Submitted, Appended> insert(List<Submitted> accepted) {
        if (accepted.isEmpty()) return Map.of();
        var positions = insertRows(accepted);
        var done = new HashMap<Submitted, Appended>();
        for (var submitted : accepted) {
            var recorded = submitted.drafts().stream()
                    .map(draft -> draft.recorded(Objects.requireNonNull(positions.get(place(draft.stream(), draft.version()))),
                            now))
                    .toList();
            done.put(submitted, new Appended(recorded, false));
            recorded.forEach(this::project);
        }
        return done;
    }

    /** All rows in one statement; the positions by {@link #place}. */
    private Map<String, Long> insertRows(List<Submitted> accepted) {
        var drafts = accepted.stream().flatMap(submitted -> submitted.drafts().stream()).toList();
        var positions = new HashMap<String, Long>();
        jdbc.sql("""
                with draft as (
                    select * from unnest(:streams::uuid[], :versions::bigint[], :types::text[], :typeVersions::int[],
                        :leaves::bytea[],
                                         :salts::bytea[], :payloads::bytea[], :commands::uuid[])
                    with ordinality as t (stream, version, type, type_version, leaf, salt, payload, command, place)
                ), placed as (
                    insert into event (agency, stream, version, type, type_version, recorded_at, leaf)
                    select :agency, stream, version, type, type_version, :now, leaf from draft order by place
                    returning position, stream, version
                ), payloads as (
                    insert into payload (event, agency, salt, bytes)
                    select position, :agency, salt, payload from placed join draft using (stream, version)
                ), commands as (
                    insert into command (agency, command, events)
                    select :agency, command, array_agg(position order by place) from placed join draft using (stream, version)
                        group by command
                )
                select position, stream, version from placed
                """)
                .param("agency", agency)
                .param("now", EventRows.sql(now))
                .param("streams", drafts.stream().map(draft -> draft.stream().toString()).toArray(String[]::new))
                .param("versions", drafts.stream().map(Draft::version).toArray(Long[]::new))
                .param("types", drafts.stream().map(Draft::type).toArray(String[]::new))
                .param("typeVersions", drafts.stream().map(Draft::typeVersion).toArray(Integer[]::new))
                .param("leaves", drafts.stream().map(draft -> draft.leaf(now)).toArray(byte[][]::new))
                .param("salts", drafts.stream().map(Draft::salt).toArray(byte[][]::new))
                .param("payloads", drafts.stream().map(Draft::payload).toArray(byte[][]::new))
                .param("commands", drafts.stream().map(draft -> draft.command().toString()).toArray(String[]::new))
                .query(row -> {
                    positions.put(place(row.getObject("stream", UUID.class), row.getLong("version")), row.getLong("position"));
                });
        return positions;
    }

    private static String place(UUID stream, long version) {
        return stream + "/" + version;
    }

    private void project(Recorded recorded) {
        if (recorded.fact() instanceof PayloadDestroyed destroyed) condemn(recorded, destroyed);
        for (var projection : projections) {
            projection.apply(recorded, jdbc);
        }
    }

    /** From here on, and not before, the eraser may delete that payload. */
    private void condemn(Recorded recorded, PayloadDestroyed destroyed) {
        var condemned = jdbc.sql("""
                insert into payload_condemned (event, agency, by)
                select position, agency, :by from event where stream = :stream and version = :version and agency = :agency
                on conflict (event) do nothing
                """)
                .param("by", recorded.position())
                .param("stream", recorded.stream())
                .param("version", destroyed.version())
                .param("agency", agency)
                .update();
        if (condemned == 0 && destroyed.version() >= recorded.version()) {
            throw new IllegalArgumentException("version " + destroyed.version() + " of stream " + recorded.stream()
                    + " has no payload to destroy");
        }
    }
}
