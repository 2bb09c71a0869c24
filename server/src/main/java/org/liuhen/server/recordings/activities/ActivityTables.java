package org.liuhen.server.recordings.activities;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.ActivityEvent.ActivityOpened;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Officer;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of activities in step with the journal. */
@Component
class ActivityTables implements Projection {

    private static final FindingRows FINDINGS = new FindingRows("activity_finding", "activity", "activity", "id");

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public List<String> tables() {
        return List.of("activity", "activity_pairs", "activity_officer", "activity_recording", "activity_document",
                "activity_finding", "scene_receipt", "activity_exemption");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case ActivityEvent event -> {
                apply(event, recorded, jdbc);
                changed(recorded, jdbc);
            }
            case FindingEvent event -> {
                FINDINGS.apply(event, recorded, jdbc);
                FINDINGS.count(recorded, jdbc);
                changed(recorded, jdbc);
            }
            case Destroyed(var type) when type.equals(ActivityOpened.class.getSimpleName()) -> forget(recorded, jdbc);
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void apply(ActivityEvent event, Recorded recorded, JdbcClient jdbc) {
        var id = recorded.stream();
        switch (event) {
            case ActivityOpened e -> opened(e, recorded, jdbc);
            case ActivityEvent.ActivityAmended e -> amended(e, recorded, jdbc);
            case ActivityEvent.HeldAtPlace e -> {
                jdbc.sql("""
                        update activity set place = :place, words = lower(concat_ws(' ', title, cast(:place as text), replace(officers, '、', ' '))) where id = :id
                        """).param("place", e.name()).param("id", id).update();
                index(id, jdbc);
            }
            case ActivityEvent.ActivityStarted e -> jdbc.sql("""
                    update activity set started_at = :at, begins_at = :at,
                        status = case when ended_at is null then 'running' else 'ended' end
                    where id = :id
                    """).param("at", Timestamp.from(e.at())).param("id", id).update();
            case ActivityEvent.ActivityEnded e -> jdbc.sql("update activity set ended_at = :at, status = 'ended' where id = :id")
                    .param("at", Timestamp.from(e.at())).param("id", id).update();
            case ActivityEvent.FiledToActivity e -> filed(e, recorded, jdbc);
            case ActivityEvent.UnfiledFromActivity e -> {
                jdbc.sql("delete from activity_recording where activity = :id and recording = :recording").param("id", id)
                        .param("recording", e.recording().value()).update();
                count(id, jdbc);
            }
            case ActivityEvent.DocumentLinked e -> jdbc.sql("""
                    insert into activity_document (activity, document, agency, case_id) values (:id, :document, :agency, :inCase)
                    on conflict (activity, document) do update set case_id = excluded.case_id
                    """).param("id", id).param("document", e.document().document().value()).param("agency", recorded.agency())
                    .param("inCase", e.document().inCase().value()).update();
            case ActivityEvent.DocumentUnlinked e -> jdbc.sql("delete from activity_document where activity = :id and document = :document")
                    .param("id", id).param("document", e.document().value()).update();
            case ActivityEvent.SceneReceiptLodged e -> jdbc.sql("""
                    insert into scene_receipt (digest, agency, activity, version, code, lodged_at)
                    values (:digest, :agency, :id, :version, :code, :at)
                    """).param("digest", e.digest().toString()).param("agency", recorded.agency()).param("id", id)
                    .param("version", recorded.version()).param("code", e.code())
                    .param("at", Timestamp.from(recorded.recordedAt())).update();
            case ActivityEvent.ActivityClosed _ -> status("closed", id, jdbc);
            case ActivityEvent.ActivityCancelled _ -> status("cancelled", id, jdbc);
            case ActivityEvent.ActivityExempted e -> exempted(e, recorded, jdbc);
            case ActivityEvent.GuideFollowed _, ActivityEvent.NecessityStated _, ActivityEvent.ExemptionCauseNamed _,
                    ActivityEvent.PartySigned _, ActivityEvent.ArticleShown _, ActivityEvent.WornWhile _,
                    ActivityEvent.MomentMarked _, ActivityEvent.ViolationFound _, ActivityEvent.InterruptionExplained _,
                    ActivityEvent.RecordingGivenUp _, ActivityEvent.StatementSigned _, ActivityEvent.ProofDevicesHeld _,
                    ActivityEvent.WorkRecordSubmitted _, ActivityEvent.WorkRecordAcknowledged _, ActivityEvent.ReasonGiven _,
                    ActivityEvent.ActivityDefectStated _ -> { } // shown on the activity's own page
        }
    }

    private static void exempted(ActivityEvent.ActivityExempted e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into activity_exemption (activity, agency, person, ground, at) values (:id, :agency, :person, :ground, :at)
                on conflict (activity) do update set person = excluded.person, ground = excluded.ground, at = excluded.at
                """).param("id", recorded.stream()).param("agency", recorded.agency()).param("person", e.by().value())
                .param("ground", e.ground()).param("at", Timestamp.from(recorded.recordedAt())).update();
        jdbc.sql("update activity set secret = :secret where id = :id").param("secret", e.secret().orElse(null))
                .param("id", recorded.stream()).update();
    }

    private static void changed(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update activity set version = :version, changed_at = :at where id = :id").param("version", recorded.version())
                .param("at", Timestamp.from(recorded.recordedAt())).param("id", recorded.stream()).update();
    }

    private static void status(String status, UUID id, JdbcClient jdbc) {
        jdbc.sql("update activity set status = :status where id = :id").param("status", status).param("id", id).update();
    }

    private static void opened(ActivityOpened e, Recorded recorded, JdbcClient jdbc) {
        var planned = e.planned().map(Interval::from);
        jdbc.sql("""
                insert into activity (id, agency, version, act, title, title_en, place, unit, officers, planned_from, begins_at, status,
                    changed_at, words)
                values (:id, :agency, 1, :act, :title, :titleEn, :place, :unit, :officers, :planned, :at, 'planned', :recorded, :words)
                """).param("id", recorded.stream()).param("agency", recorded.agency()).param("act", e.item().id())
                .param("title", e.item().title().zh()).param("titleEn", e.item().title().en()).param("place", e.place())
                .param("unit", e.unit().value()).param("officers", names(e.officers()))
                .param("planned", planned.map(Timestamp::from).orElse(null))
                .param("at", Timestamp.from(planned.orElse(recorded.recordedAt()))).param("recorded", Timestamp.from(recorded.recordedAt()))
                .param("words", words(e.item().title().zh(), e.place(), e.officers())).update();
        index(recorded.stream(), jdbc);
        officers(e.officers(), recorded, jdbc);
    }

    private static void amended(ActivityEvent.ActivityAmended e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                update activity set place = :place, officers = :officers, words = lower(concat_ws(' ', title, :words)) where id = :id
                """).param("place", e.place()).param("officers", names(e.officers()))
                .param("words", words("", e.place(), e.officers())).param("id", recorded.stream()).update();
        index(recorded.stream(), jdbc);
        jdbc.sql("delete from activity_officer where activity = :id").param("id", recorded.stream()).update();
        officers(e.officers(), recorded, jdbc);
    }

    private static String names(List<Officer> officers) {
        return officers.stream().map(Officer::name).collect(Collectors.joining("、"));
    }

    private static String words(String title, String place, List<Officer> officers) {
        return Stream.concat(Stream.of(title, place), officers.stream().map(Officer::name)).collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT).strip();
    }

    /** Pairs of characters carry their agency, as those of recordings do. */
    private static void index(UUID id, JdbcClient jdbc) {
        jdbc.sql("""
                insert into activity_pairs (activity, pairs) select id, pairs(agency, words) from activity where id = :id
                on conflict (activity) do update set pairs = excluded.pairs
                """).param("id", id).update();
    }

    private static void officers(List<Officer> officers, Recorded recorded, JdbcClient jdbc) {
        for (var officer : officers) {
            jdbc.sql("insert into activity_officer (activity, agency, person) values (:id, :agency, :person)")
                    .param("id", recorded.stream()).param("agency", recorded.agency()).param("person", officer.id().value()).update();
        }
    }

    private static void filed(ActivityEvent.FiledToActivity e, Recorded recorded, JdbcClient jdbc) {
        var segment = e.recording().segment();
        jdbc.sql("""
                insert into activity_recording (activity, recording, agency, device, kind, began_at, ended_at, uncertain)
                values (:id, :recording, :agency, :device, :kind, :from, :to, :uncertain)
                on conflict (activity, recording) do update set device = excluded.device, kind = excluded.kind,
                    began_at = excluded.began_at, ended_at = excluded.ended_at, uncertain = excluded.uncertain
                """).param("id", recorded.stream()).param("recording", segment.recording().value()).param("agency", recorded.agency())
                .param("device", segment.device().value()).param("kind", segment.kind().word())
                .param("from", Timestamp.from(segment.time().from())).param("to", Timestamp.from(segment.time().to()))
                .param("uncertain", segment.uncertainty().toMillis()).update();
        count(recorded.stream(), jdbc);
    }

    private static void count(UUID id, JdbcClient jdbc) {
        jdbc.sql("update activity set recordings = (select count(*) from activity_recording where activity = :id) where id = :id")
                .param("id", id).update();
    }

    private static void forget(Recorded recorded, JdbcClient jdbc) {
        for (var table : List.of("activity_pairs", "activity_officer", "activity_recording", "activity_document",
                "activity_finding", "activity_exemption",
                "scene_receipt")) {
            jdbc.sql("delete from " + table + " where activity = :id").param("id", recorded.stream()).update(); // names of our own
        }
        jdbc.sql("delete from activity where id = :id").param("id", recorded.stream()).update();
    }
}
