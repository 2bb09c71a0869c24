package org.liuhen.server.cases;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.ApprovalEvent;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.FindingEvent;
import org.liuhen.core.cases.LifeEvent;
import org.liuhen.core.cases.Officer;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Destroyed;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists of cases show: case_file with its words, case_handler, case_finding. Follows from the journal alone. */
@Component
final class CaseTables implements Projection {

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public List<String> tables() {
        return List.of("case_file", "case_pairs", "case_handler", "case_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case CaseEvent event -> {
                apply(recorded, event, jdbc);
                jdbc.sql("update case_file set version = ?, changed_at = ? where id = ?")
                        .params(recorded.version(), Timestamp.from(recorded.recordedAt()), recorded.stream()).update();
            }
            case Destroyed _ -> {} // the rows say what is still known
            case Event _ -> {} // of other features
        }
    }

    private static void apply(Recorded recorded, CaseEvent event, JdbcClient jdbc) {
        switch (event) {
            case LifeEvent e -> life(recorded, e, jdbc);
            case FindingEvent e -> finding(recorded, e, jdbc);
            case ProcessEvent.StageEntered e ->
                    jdbc.sql("update case_file set stage = ? where id = ?").params(e.stage().word(), recorded.stream()).update();
            case DocumentEvent.DocumentNumbered e -> words(recorded, e.number(), jdbc);
            case ApprovalEvent _, DocumentEvent _, ProcessEvent _ -> {} // shown on the case's own page
            case org.liuhen.core.cases.LicenceEvent _, org.liuhen.core.cases.ServiceEvent _, org.liuhen.core.cases.MeasureEvent _,
                    org.liuhen.core.cases.ExecutionEvent _ -> {}
        }
    }

    private static void life(Recorded recorded, LifeEvent event, JdbcClient jdbc) {
        var id = recorded.stream();
        switch (event) {
            case LifeEvent.CaseOpened e -> {
                jdbc.sql("""
                        insert into case_file (id, agency, version, kind, procedure, origin, subject, unit, status, stage, opened_at, changed_at, words)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'running', 'initiation', ?, ?, '')
                        """).params(id, recorded.agency(), recorded.version(), e.kind().word(), e.procedure().word(), e.origin().word(),
                        e.subject(), e.unit().value(), Timestamp.from(e.at()), Timestamp.from(recorded.recordedAt())).update();
                handlers(recorded, e.handlers(), jdbc);
                words(recorded, e.subject() + " " + names(e.handlers()), jdbc);
            }
            case LifeEvent.PartyNamed e -> {
                jdbc.sql("update case_file set party = ? where id = ? and (party is null or party = '')").params(e.party().name(), id).update();
                words(recorded, e.party().name(), jdbc);
            }
            case LifeEvent.HandlersChanged e -> handlers(recorded, e.handlers(), jdbc);
            case LifeEvent.CaseSuspended _ -> status(recorded, "suspended", null, jdbc);
            case LifeEvent.CaseResumed _, LifeEvent.CaseReopened _ -> status(recorded, "running", null, jdbc);
            case LifeEvent.CaseEnded e -> status(recorded, "ended", java.sql.Date.valueOf(e.on()), jdbc);
            case LifeEvent.CaseTransferred e -> status(recorded, "ended", java.sql.Date.valueOf(e.on()), jdbc);
            case LifeEvent.CaseMerged e -> status(recorded, "ended", java.sql.Date.valueOf(e.on()), jdbc);
            case LifeEvent.RecusalDecided e when e.granted() -> jdbc.sql("delete from case_handler where case_id = ? and person = ?")
                    .params(id, e.officer().value()).update();
            case LifeEvent.SourceStated _, LifeEvent.RecusalRequested _, LifeEvent.RecusalDecided _, LifeEvent.CaseFlagged _,
                    LifeEvent.CaseSplit _ -> {}
        }
    }

    private static void finding(Recorded recorded, FindingEvent event, JdbcClient jdbc) {
        switch (event) {
            case FindingEvent.FindingRaised e -> jdbc.sql("""
                    insert into case_finding (case_id, agency, duty, subject, occurrence, article, severity, state, raised_at)
                    values (?, ?, ?, ?, ?, ?, ?, 'raised', ?)
                    on conflict (case_id, duty, subject, occurrence) do update set article = excluded.article, severity = excluded.severity,
                        state = 'raised', raised_at = excluded.raised_at
                    """).params(recorded.stream(), recorded.agency(), e.finding().key().duty(), e.finding().key().subject(),
                    e.finding().key().occurrence(), e.finding().article(), e.finding().severity().name().toLowerCase(Locale.ROOT),
                    Timestamp.from(recorded.recordedAt())).update();
            case FindingEvent.FindingCleared e -> state(recorded, e.finding(), "cleared", jdbc);
            case FindingEvent.FindingExplained e -> state(recorded, e.finding(), "explained", jdbc);
            case FindingEvent.ExplanationJudged e -> state(recorded, e.finding(), e.accepted() ? "accepted" : "rejected", jdbc);
            case FindingEvent.FindingAppealed e -> state(recorded, e.finding(), "appealed", jdbc);
            case FindingEvent.AppealDecided e -> state(recorded, e.finding(), e.upheld() ? "accepted" : "rejected", jdbc);
        }
        jdbc.sql("""
                update case_file set findings = (select count(*) from case_finding f where f.case_id = id and f.state not in ('cleared', 'accepted'))
                where id = ?
                """).param(recorded.stream()).update();
    }

    private static void state(Recorded recorded, org.liuhen.core.rules.FindingKey key, String state, JdbcClient jdbc) {
        jdbc.sql("update case_finding set state = ? where case_id = ? and duty = ? and subject = ? and occurrence = ?")
                .params(state, recorded.stream(), key.duty(), key.subject(), key.occurrence()).update();
    }

    private static void handlers(Recorded recorded, List<Officer> handlers, JdbcClient jdbc) {
        jdbc.sql("delete from case_handler where case_id = ?").param(recorded.stream()).update();
        for (var handler : handlers) {
            jdbc.sql("insert into case_handler (case_id, agency, person, name) values (?, ?, ?, ?)")
                    .params(recorded.stream(), recorded.agency(), handler.id().value(), handler.name()).update();
        }
        jdbc.sql("update case_file set handlers = ? where id = ?").params(names(handlers), recorded.stream()).update();
    }

    private static String names(List<Officer> handlers) {
        return handlers.stream().map(Officer::name).collect(Collectors.joining("、"));
    }

    private static void status(Recorded recorded, String status, java.sql.@Nullable Date endedOn, JdbcClient jdbc) {
        jdbc.sql("update case_file set status = ?, ended_on = ? where id = ?")
                .params(java.util.Arrays.asList(status, endedOn, recorded.stream())).update();
    }

    /** Pairs of characters carry their agency, as those of recordings do. */
    private static void words(Recorded recorded, String more, JdbcClient jdbc) {
        jdbc.sql("update case_file set words = trim(words || ' ' || ?) where id = ?").params(more.toLowerCase(Locale.ROOT), recorded.stream()).update();
        jdbc.sql("""
                insert into case_pairs (case_id, pairs) select id, pairs(agency, words) from case_file where id = ?
                on conflict (case_id) do update set pairs = excluded.pairs
                """).param(recorded.stream()).update();
    }
}
