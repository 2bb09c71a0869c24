package org.liuhen.server.cases;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.LifeEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.RaisedFinding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Officer;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lists of cases show: case_file, case_words, case_handler, case_finding. Follows from the journal alone. Each case is written
 * once for all events that are taken at once, in one statement for all cases: every writing of a row is one of its indexes too.
 */
@Component
final class CaseTables implements Projection {

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public List<String> tables() {
        return List.of("case_file", "case_words", "case_handler", "case_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        applyAll(List.of(recorded), jdbc);
    }

    @Override
    public void applyAll(List<Recorded> recorded, JdbcClient jdbc) {
        // destroyed ones leave what is still known; findings may also be of other streams, which have no row here
        var events = recorded.stream().filter(one -> one.fact() instanceof CaseEvent || one.fact() instanceof FindingEvent).toList();
        if (events.isEmpty()) return;
        var rows = known(events, jdbc);
        for (var one : events) {
            if (one.fact() instanceof LifeEvent.CaseOpened opened) rows.put(one.stream(), CaseRow.opened(one, opened));
            var row = rows.get(one.stream());
            if (row == null) continue; // the opening was destroyed
            if (one.fact() instanceof CaseEvent event) row.take(one, event);
            if (one.fact() instanceof FindingEvent event) row.take(one, event);
        }
        write(rows.values(), jdbc);
    }

    /** The rows were written again with every batch; once more, closely, so that the walk through an index meets no gaps. */
    @Override
    public void rebuilt(JdbcClient jdbc) {
        for (var table : List.of("case_file", "case_words")) {
            jdbc.sql("create temporary table closely on commit drop as select * from " + table).update();
            jdbc.sql("truncate " + table).update();
            jdbc.sql("insert into " + table + " select * from closely").update();
            jdbc.sql("drop table closely").update();
        }
    }

    private static Map<UUID, CaseRow> known(List<Recorded> events, JdbcClient jdbc) {
        var rows = new LinkedHashMap<UUID, CaseRow>();
        var before = events.stream().filter(one -> one.version() > 1).map(Recorded::stream).distinct().map(UUID::toString).toArray(String[]::new);
        if (before.length == 0) return rows;
        jdbc.sql("select * from case_file where id = any(cast(:ids as uuid[]))").param("ids", before)
                .query((ResultSet row, int _) -> CaseRow.of(row)).list().forEach(row -> rows.put(row.id, row));
        return rows;
    }

    private static void write(Collection<CaseRow> rows, JdbcClient jdbc) {
        if (rows.isEmpty()) return;
        findings(rows, jdbc); // first: they are counted in the rows
        new Columns<>(rows).uuids(row -> row.id).texts(row -> row.agency).longs(row -> row.version).texts(row -> row.number)
                .texts(row -> row.kind).texts(row -> row.procedure).texts(row -> row.origin).texts(row -> row.subject).texts(row -> row.unit)
                .texts(row -> row.party).texts(row -> row.handlers).texts(row -> row.status).texts(row -> row.stage)
                .instants(row -> row.openedAt).days(row -> row.endedOn).instants(row -> row.changedAt).texts(row -> row.words)
                .write("""
                        insert into case_file (id, agency, version, number, kind, procedure, origin, subject, unit, party, handlers, status, stage,
                            opened_at, ended_on, changed_at, words, findings)
                        select v.*, (select count(*) from case_finding f where f.case_id = v.id and f.state not in ('cleared', 'accepted'))
                        from %s as v (id, agency, version, number, kind, procedure, origin, subject, unit, party, handlers, status, stage,
                            opened_at, ended_on, changed_at, words)
                        on conflict (id) do update set version = excluded.version, number = excluded.number, party = excluded.party,
                            handlers = excluded.handlers,
                            status = excluded.status, stage = excluded.stage, ended_on = excluded.ended_on, changed_at = excluded.changed_at,
                            words = excluded.words, findings = excluded.findings
                        """, jdbc);
        new Columns<>(rows.stream().filter(row -> row.wordsChanged).toList()).uuids(row -> row.id).texts(row -> row.agency).texts(row -> row.words)
                .write("""
                        insert into case_words (case_id, agency, words) select * from %s as v
                        on conflict (case_id) do update set words = excluded.words
                        """, jdbc);
        handlers(rows, jdbc);
    }

    /** A handler of a case. */
    private record Handler(CaseRow row, UUID person, String name) {
        private Handler(CaseRow row, Officer officer) {
            this(row, officer.id().value(), officer.name());
        }
    }

    private static void handlers(Collection<CaseRow> rows, JdbcClient jdbc) {
        var named = rows.stream().filter(row -> row.named.isPresent()).toList();
        new Columns<>(named).uuids(row -> row.id).write("delete from case_handler h using %s as v (id) where h.case_id = v.id", jdbc);
        var left = rows.stream().flatMap(row -> row.left.stream().map(person -> new Handler(row, person, ""))).toList();
        new Columns<>(left).uuids(handler -> handler.row().id).uuids(Handler::person)
                .write("delete from case_handler h using %s as v (id, person) where h.case_id = v.id and h.person = v.person", jdbc);
        var handlers = named.stream().flatMap(row -> row.named.stream().flatMap(List::stream).map(officer -> new Handler(row, officer))).toList();
        new Columns<>(handlers).uuids(handler -> handler.row().id).texts(handler -> handler.row().agency).uuids(Handler::person)
                .texts(Handler::name).write("insert into case_handler (case_id, agency, person, name) select * from %s as v", jdbc);
    }

    /** A finding of a case. */
    private record Changed(CaseRow row, FindingKey key, CaseRow.FindingChange change) {
        RaisedFinding raised() {
            return change.raised().orElseThrow();
        }
    }

    private static void findings(Collection<CaseRow> rows, JdbcClient jdbc) {
        var all = rows.stream().flatMap(row -> row.findings.entrySet().stream().map(e -> new Changed(row, e.getKey(), e.getValue()))).toList();
        keyed(all.stream().filter(one -> one.change().raised().isPresent()).toList())
                .texts(one -> one.row().agency).texts(one -> one.raised().article())
                .texts(one -> one.raised().severity().name().toLowerCase(Locale.ROOT)).texts(one -> one.change().state())
                .instants(one -> one.change().raisedAt()).write("""
                        insert into case_finding (case_id, duty, subject, occurrence, agency, article, severity, state, raised_at)
                        select * from %s as v
                        on conflict (case_id, duty, subject, occurrence) do update set article = excluded.article,
                            severity = excluded.severity, state = excluded.state, raised_at = excluded.raised_at
                        """, jdbc);
        keyed(all.stream().filter(one -> one.change().raised().isEmpty()).toList()).texts(one -> one.change().state()).write("""
                update case_finding f set state = v.state from %s as v (case_id, duty, subject, occurrence, state)
                where f.case_id = v.case_id and f.duty = v.duty and f.subject = v.subject and f.occurrence = v.occurrence
                """, jdbc);
    }

    private static Columns<Changed> keyed(List<Changed> changes) {
        return new Columns<>(changes).uuids(one -> one.row().id).texts(one -> one.key().duty()).texts(one -> one.key().subject())
                .texts(one -> one.key().occurrence());
    }

    /** Rows as one parameter a column, so that one statement writes all of them. */
    private static final class Columns<T> {
        private final Collection<T> rows;
        private final Map<String, @Nullable Object[]> parameters = new LinkedHashMap<>();
        private final StringBuilder table = new StringBuilder("unnest(");

        Columns(Collection<T> rows) {
            this.rows = rows;
        }

        Columns<T> uuids(Function<T, UUID> value) {
            return column("uuid[]", value);
        }

        Columns<T> texts(Function<T, @Nullable String> value) {
            return column("text[]", value);
        }

        Columns<T> longs(Function<T, Long> value) {
            return column("bigint[]", value);
        }

        Columns<T> instants(Function<T, Instant> value) {
            return column("timestamptz[]", value);
        }

        Columns<T> days(Function<T, @Nullable LocalDate> value) {
            return column("date[]", value);
        }

        private Columns<T> column(String type, Function<T, ? extends @Nullable Object> value) {
            var name = "c" + parameters.size();
            if (!parameters.isEmpty()) table.append(", ");
            table.append("cast(:").append(name).append(" as ").append(type).append(')');
            parameters.put(name, rows.stream().map(row -> Objects.toString(value.apply(row), null)).toArray(String[]::new));
            return this;
        }

        /** Does nothing where there are no rows; {@code %s} in the statement stands for them. */
        void write(String sql, JdbcClient jdbc) {
            if (!rows.isEmpty()) jdbc.sql(sql.formatted(table.append(')'))).params(parameters).update();
        }
    }
}
