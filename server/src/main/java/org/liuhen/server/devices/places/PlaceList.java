package org.liuhen.server.devices.places;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Reads the tables of places. */
@Component
class PlaceList {

    /** An agency has some dozen; more than this are not shown at once. */
    private static final int MOST = 500;

    private final AgencyRows rows;
    private final Register register;

    PlaceList(AgencyRows rows, Register register) {
        this.rows = rows;
        this.register = register;
    }

    /**
     * A device that stands, or stood, in a place.
     *
     * @param state of the device now: one that is stopped films nothing
     */
    record Camera(UUID device, String number, String kind, String state, Instant since, Optional<Instant> until) {}

    /**
     * One line of the list.
     *
     * @param cameras that stand there now
     * @param checkedTo the last day of which somebody said whether its record is there
     */
    record Row(UUID id, String kind, String name, String unit, String unitName, boolean districtServiceHall, LocalDate inUseFrom,
            Optional<LocalDate> closedOn, List<Camera> cameras, Optional<LocalDate> checkedTo, int findings, Instant changedAt) {}

    /** All places of an agency, those in use first. */
    List<Row> all(String agency) {
        var units = register.units(agency).stream().collect(Collectors.toMap(Register.Unit::code, Register.Unit::name));
        var cameras = cameras(agency);
        return rows.of(agency, jdbc -> jdbc.sql("select * from place where agency = :agency order by closed_on nulls first, name, id limit :most")
                .param("agency", agency).param("most", MOST).query((row, _) -> row(row, units::get, cameras)).list());
    }

    private record In(UUID place, Camera camera) {}

    private List<In> cameras(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select c.*, d.number, d.kind, d.state from place_camera c join device_life d on d.device = c.device
                where c.agency = :agency order by c.since, d.number
                """).param("agency", agency).query((row, _) -> new In(row.getObject("place", UUID.class), camera(row))).list());
    }

    private static Row row(ResultSet row, Function<String, @Nullable String> units, List<In> cameras) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var unit = row.getString("unit");
        return new Row(id, row.getString("kind"), row.getString("name"), unit, Optional.ofNullable(units.apply(unit)).orElse(unit), row.getBoolean("hall"),
                row.getDate("in_use_from").toLocalDate(), day(row.getDate("closed_on")),
                cameras.stream().filter(in -> in.place().equals(id)).map(In::camera).filter(camera -> camera.until().isEmpty()).toList(),
                day(row.getDate("checked_to")), row.getInt("findings"), row.getTimestamp("changed_at").toInstant());
    }

    /** Every device that ever stood in a place. */
    List<Camera> of(String agency, UUID place) {
        return cameras(agency).stream().filter(in -> in.place().equals(place)).map(In::camera).toList();
    }

    /** A fixed device that stands in no place. */
    record Free(UUID id, String number, String kind, String unit) {}

    /** Those that could be placed. */
    List<Free> free(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select d.device, d.number, d.kind, d.unit from device_life d where d.agency = :agency and not d.portable and d.state = 'available'
                    and not exists (select from place_camera c where c.agency = :agency and c.device = d.device and c.until is null)
                order by d.number limit :most
                """).param("agency", agency).param("most", MOST).query((row, _) -> new Free(row.getObject("device", UUID.class),
                        row.getString("number"), row.getString("kind"), row.getString("unit"))).list());
    }

    /** A device as a decision asks for it. */
    record Known(boolean portable, String state, Optional<UUID> place) {}

    /** The device as it is now. */
    Optional<Known> device(String agency, UUID device) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select d.portable, d.state, c.place from device_life d
                left join place_camera c on c.agency = d.agency and c.device = d.device and c.until is null
                where d.agency = :agency and d.device = :device
                """).param("agency", agency).param("device", device).query((row, _) -> new Known(row.getBoolean("portable"), row.getString("state"),
                        Optional.ofNullable(row.getObject("place", UUID.class)))).optional());
    }

    private static Camera camera(ResultSet row) throws SQLException {
        return new Camera(row.getObject("device", UUID.class), row.getString("number"), row.getString("kind"), row.getString("state"),
                row.getTimestamp("since").toInstant(), Optional.ofNullable(row.getTimestamp("until")).map(Timestamp::toInstant));
    }

    private static Optional<LocalDate> day(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toLocalDate);
    }
}
