package org.liuhen.server.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.LifeEvent;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.RaisedFinding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Officer;
import org.liuhen.server.journal.Recorded;

/** The row of a case while events are taken into it, one after the other; then it is written once. */
final class CaseRow {

    /**
     * What has become of a finding.
     *
     * @param raised how it was raised last, where that is among the events
     */
    record FindingChange(String state, Optional<RaisedFinding> raised, Instant raisedAt) {}

    final UUID id;
    final String agency;
    final String kind;
    final String procedure;
    final String origin;
    final String subject;
    final String unit;
    final Instant openedAt;
    long version;
    Instant changedAt;
    /** Of the first document that got one. */
    @Nullable String number;
    @Nullable String party;
    String handlers = "";
    String status = "running";
    String stage = "initiation";
    @Nullable LocalDate endedOn;
    String words = "";
    boolean wordsChanged;
    /** All of them, where they were named anew. */
    Optional<List<Officer>> named = Optional.empty();
    /** Who is no handler any more. */
    final Set<UUID> left = new HashSet<>();
    final Map<FindingKey, FindingChange> findings = new HashMap<>();

    private CaseRow(UUID id, String agency, LifeEvent.CaseOpened opened, Instant recordedAt) {
        this.id = id;
        this.agency = agency;
        kind = opened.kind().word();
        procedure = opened.procedure().word();
        origin = opened.origin().word();
        subject = opened.subject();
        unit = opened.unit().value();
        openedAt = opened.at();
        changedAt = recordedAt;
        handled(opened.handlers());
        say(subject + " " + handlers);
    }

    private CaseRow(ResultSet row) throws SQLException {
        id = row.getObject("id", UUID.class);
        agency = row.getString("agency");
        kind = row.getString("kind");
        procedure = row.getString("procedure");
        origin = row.getString("origin");
        subject = row.getString("subject");
        unit = row.getString("unit");
        openedAt = row.getTimestamp("opened_at").toInstant();
        version = row.getLong("version");
        changedAt = row.getTimestamp("changed_at").toInstant();
        number = row.getString("number");
        party = row.getString("party");
        handlers = row.getString("handlers");
        status = row.getString("status");
        stage = row.getString("stage");
        endedOn = row.getObject("ended_on", LocalDate.class);
        words = row.getString("words");
    }

    static CaseRow opened(Recorded recorded, LifeEvent.CaseOpened opened) {
        return new CaseRow(recorded.stream(), recorded.agency(), opened, recorded.recordedAt());
    }

    /** As it stands in the table. */
    static CaseRow of(ResultSet row) throws SQLException {
        return new CaseRow(row);
    }

    /** Takes the next event of the case. */
    void take(Recorded recorded, CaseEvent event) {
        switch (event) {
            case LifeEvent e -> life(e);
            case ProcessEvent.StageEntered e -> stage = e.stage().word();
            case DocumentEvent.DocumentNumbered e -> {
                if (number == null) number = e.number();
                say(e.number());
            }
            case org.liuhen.core.cases.ApprovalEvent _, DocumentEvent _, ProcessEvent _ -> {} // shown on the case's own page
            case org.liuhen.core.cases.LicenceEvent _, org.liuhen.core.cases.ServiceEvent _, org.liuhen.core.cases.MeasureEvent _,
                    org.liuhen.core.cases.ExecutionEvent _ -> {}
        }
        moved(recorded);
    }

    /** Takes the next event of one of its findings. */
    void take(Recorded recorded, FindingEvent event) {
        finding(event, recorded.recordedAt());
        moved(recorded);
    }

    private void moved(Recorded recorded) {
        version = recorded.version();
        changedAt = recorded.recordedAt();
    }

    private void life(LifeEvent event) {
        switch (event) {
            case LifeEvent.PartyNamed e -> {
                if (party == null || party.isEmpty()) party = e.party().name();
                say(e.party().name());
            }
            case LifeEvent.HandlersChanged e -> handled(e.handlers());
            case LifeEvent.CaseSuspended _ -> standing("suspended", null);
            case LifeEvent.CaseResumed _, LifeEvent.CaseReopened _ -> standing("running", null);
            case LifeEvent.CaseEnded e -> standing("ended", e.on());
            case LifeEvent.CaseTransferred e -> standing("ended", e.on());
            case LifeEvent.CaseMerged e -> standing("ended", e.on());
            case LifeEvent.RecusalDecided e when e.granted() -> {
                left.add(e.officer().value());
                named = named.map(officers -> officers.stream().filter(officer -> !officer.id().equals(e.officer())).toList());
            }
            case LifeEvent.CaseOpened _, LifeEvent.SourceStated _, LifeEvent.RecusalRequested _, LifeEvent.RecusalDecided _,
                    LifeEvent.CaseFlagged _, LifeEvent.CaseSplit _ -> {}
        }
    }

    private void handled(List<Officer> officers) {
        named = Optional.of(officers);
        left.clear();
        handlers = officers.stream().map(Officer::name).collect(Collectors.joining("、"));
    }

    private void standing(String next, @Nullable LocalDate on) {
        status = next;
        endedOn = on;
    }

    private void finding(FindingEvent event, Instant at) {
        switch (event) {
            case FindingEvent.FindingRaised e -> findings.put(e.finding().key(), new FindingChange("raised", Optional.of(e.finding()), at));
            case FindingEvent.FindingCleared e -> state(e.finding(), "cleared", at);
            case FindingEvent.FindingExplained e -> state(e.finding(), "explained", at);
            case FindingEvent.ExplanationJudged e -> state(e.finding(), e.accepted() ? "accepted" : "rejected", at);
            case FindingEvent.FindingAppealed e -> state(e.finding(), "appealed", at);
            case FindingEvent.AppealDecided e -> state(e.finding(), e.upheld() ? "accepted" : "rejected", at);
        }
    }

    private void state(FindingKey key, String state, Instant at) {
        findings.merge(key, new FindingChange(state, Optional.empty(), at),
                (before, _) -> new FindingChange(state, before.raised(), before.raisedAt()));
    }

    private void say(String more) {
        words = (words + " " + more.toLowerCase(Locale.ROOT)).strip();
        wordsChanged = true;
    }
}
