package org.liuhen.server.devices.places;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.liuhen.core.devices.places.PlaceEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.values.Destroyed;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists of places show. Follows from the journal alone. */
@Component
class PlaceTables implements Projection {

    private static final FindingRows FINDINGS = new FindingRows("place_finding", "place", "place", "id");

    @Override
    public String name() {
        return "places";
    }

    @Override
    public List<String> tables() {
        return List.of("place", "place_camera", "place_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case PlaceEvent event -> {
                apply(event, recorded, jdbc);
                changed(recorded, jdbc);
            }
            case FindingEvent event -> {
                FINDINGS.apply(event, recorded, jdbc);
                FINDINGS.count(recorded, jdbc);
                changed(recorded, jdbc);
            }
            case Destroyed(var type) when type.equals(PlaceEvent.PlaceRegistered.class.getSimpleName()) -> {
                for (var table : List.of("place_camera where place", "place_finding where place", "place where id")) {
                    jdbc.sql("delete from " + table + " = :id").param("id", recorded.stream()).update();
                }
            }
            default -> {} // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void apply(PlaceEvent event, Recorded recorded, JdbcClient jdbc) {
        switch (event) {
            case PlaceEvent.PlaceRegistered e -> jdbc.sql("""
                    insert into place (id, agency, version, kind, name, unit, hall, in_use_from, changed_at)
                    values (:id, :agency, :version, :kind, :name, :unit, :hall, :from, :at)
                    """).param("id", recorded.stream()).param("agency", recorded.agency()).param("version", recorded.version())
                    .param("kind", e.kind().word()).param("name", e.name()).param("unit", e.unit().value()).param("hall", e.districtServiceHall())
                    .param("from", Date.valueOf(e.inUseFrom())).param("at", Timestamp.from(recorded.recordedAt())).update();
            case PlaceEvent.PlaceAmended e -> jdbc.sql("update place set name = :name, unit = :unit, hall = :hall where id = :id")
                    .param("name", e.name()).param("unit", e.unit().value()).param("hall", e.districtServiceHall())
                    .param("id", recorded.stream()).update();
            case PlaceEvent.CameraPlaced e -> jdbc.sql("""
                    insert into place_camera (place, version, agency, device, since) values (:place, :version, :agency, :device, :since)
                    """).param("place", recorded.stream()).param("version", recorded.version()).param("agency", recorded.agency())
                    .param("device", e.device().value()).param("since", Timestamp.from(e.at())).update();
            case PlaceEvent.CameraTakenAway e -> jdbc.sql("""
                    update place_camera set until = :until where place = :place and device = :device and until is null
                    """).param("until", Timestamp.from(e.at())).param("place", recorded.stream()).param("device", e.device().value()).update();
            case PlaceEvent.SurveillanceChecked e -> jdbc.sql("update place set checked_to = greatest(checked_to, :last) where id = :id")
                    .param("last", Date.valueOf(e.last())).param("id", recorded.stream()).update();
            case PlaceEvent.PlaceClosed e -> jdbc.sql("update place set closed_on = :on where id = :id")
                    .param("on", Date.valueOf(e.on())).param("id", recorded.stream()).update();
        }
    }

    private static void changed(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update place set version = :version, changed_at = :at where id = :id").param("version", recorded.version())
                .param("at", Timestamp.from(recorded.recordedAt())).param("id", recorded.stream()).update();
    }
}
