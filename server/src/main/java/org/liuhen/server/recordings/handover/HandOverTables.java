package org.liuhen.server.recordings.handover;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverListed;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverOpened;
import org.liuhen.core.recordings.handover.HandOverEvent;
import org.liuhen.core.values.Destroyed;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists of hand-overs show. Follows from the journal alone. */
@Component
class HandOverTables implements Projection {

    private static final FindingRows FINDINGS = new FindingRows("hand_over_finding", "hand_over", "hand_over", "id");

    @Override
    public String name() {
        return "hand-overs";
    }

    @Override
    public List<String> tables() {
        return List.of("hand_over", "hand_over_recording", "hand_over_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case HandOverEvent event -> {
                apply(event, recorded, jdbc);
                version(recorded, jdbc);
            }
            case FindingEvent event -> {
                FINDINGS.apply(event, recorded, jdbc);
                FINDINGS.count(recorded, jdbc);
                version(recorded, jdbc);
            }
            case Destroyed(var type) when type.equals(HandOverOpened.class.getSimpleName()) -> {
                empty(recorded, jdbc);
                jdbc.sql("delete from hand_over_finding where hand_over = :id").param("id", recorded.stream()).update();
                jdbc.sql("delete from hand_over where id = :id").param("id", recorded.stream()).update();
            }
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void apply(HandOverEvent event, Recorded recorded, JdbcClient jdbc) {
        switch (event) {
            case HandOverOpened e -> jdbc.sql("""
                    insert into hand_over (id, agency, version, month, person, unit, state) values (:id, :agency, 1, :month, :person, :unit, 'open')
                    """).param("id", recorded.stream()).param("agency", recorded.agency()).param("month", Date.valueOf(e.month()))
                    .param("person", e.specialist().value()).param("unit", e.unit().value()).update();
            case HandOverListed e -> {
                if (e.part() == 1) empty(recorded, jdbc);
                listed(e, recorded, jdbc);
                state("prepared", recorded, jdbc);
            }
            case HandOverEvent.NothingDeclared _ -> {
                empty(recorded, jdbc);
                state("nothing", recorded, jdbc);
            }
            case HandOverEvent.HandOverReceived _ -> jdbc.sql("update hand_over set received_at = :at where id = :id")
                    .param("at", Timestamp.from(recorded.recordedAt())).param("id", recorded.stream()).update();
            case HandOverEvent.HandOverReturned _ -> {
                empty(recorded, jdbc);
                state("open", recorded, jdbc);
            }
        }
    }

    private static void listed(HandOverListed e, Recorded recorded, JdbcClient jdbc) {
        for (var line : e.recordings()) {
            jdbc.sql("""
                    insert into hand_over_recording (hand_over, agency, recording, size_bytes) values (:id, :agency, :recording, :size)
                    on conflict do nothing
                    """).param("id", recorded.stream()).param("agency", recorded.agency()).param("recording", line.recording().value())
                    .param("size", line.sizeBytes()).update();
        }
    }

    private static void empty(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("delete from hand_over_recording where hand_over = :id").param("id", recorded.stream()).update();
    }

    private static void state(String state, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update hand_over set state = :state where id = :id").param("state", state).param("id", recorded.stream()).update();
    }

    private static void version(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update hand_over set version = :version where id = :id").param("version", recorded.version()).param("id", recorded.stream()).update();
    }
}
