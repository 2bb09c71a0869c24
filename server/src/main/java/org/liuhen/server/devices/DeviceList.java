package org.liuhen.server.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.Quota;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Reads the tables of devices. */
@Component
class DeviceList {

    /** Two devices of the agency with one serial are told, and not refused: makers and typists err. */
    private static final String SAME_SERIAL = """
            array(select o.number from device_life o where o.agency = d.agency and o.serial = d.serial and o.device <> d.device order by o.number)
            """;

    private final AgencyRows rows;
    private final Register register;

    DeviceList(AgencyRows rows, Register register) {
        this.rows = rows;
        this.register = register;
    }

    /** Somebody of the register. */
    record Who(UUID id, String name) {}

    /**
     * One line of a list.
     *
     * @param manager who manages it (定人管理)
     * @param user who has it out, since when, for what
     * @param unregistered found at the intake, and nobody has said what it is
     * @param sameSerial numbers of other devices with the same serial
     */
    record Row(UUID id, String number, String kind, String unit, String unitName, Optional<String> serial, Optional<String> model, String state,
            boolean unregistered, boolean portable, List<String> capabilities, Optional<Who> manager, Optional<Who> user, Optional<Instant> since,
            Optional<String> purpose, List<String> sameSerial, int findings, Instant changedAt) {}

    /** One page. */
    record Page(List<Row> items, long total, int page, int size) {}

    Page page(String agency, DeviceQuery query) {
        var people = people(agency);
        var units = units(agency);
        return rows.of(agency, jdbc -> new Page(
                jdbc.sql("select d.*, " + SAME_SERIAL + " same_serial from device_life d where " + query.conditions() + " order by " + query.order()
                                + " limit :size offset :offset")
                        .params(query.values()).param("size", query.size()).param("offset", (long) query.page() * query.size())
                        .query((row, _) -> row(row, people, units)).list(),
                jdbc.sql("select count(*) from device_life where " + query.conditions()).params(query.values()).query(Long.class).single(),
                query.page(), query.size()));
    }

    /** Other devices of the agency with the serial of this one. */
    List<String> sameSerial(String agency, UUID device) {
        return rows.of(agency, jdbc -> jdbc.sql("select o.number from device_life d join device_life o on o.agency = d.agency"
                        + " and o.serial = d.serial and o.device <> d.device where d.device = :device order by o.number")
                .param("device", device).query(String.class).list());
    }

    /**
     * A device that somebody had.
     *
     * @param how {@code manages} or {@code uses}
     */
    record Holding(UUID device, String number, String how, Instant since, Optional<Instant> until) {}

    /** Which devices the person had, the last one first. */
    List<Holding> held(String agency, UUID person, int atMost) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select * from device_holding where agency = :agency and person = :person order by since desc, device, version limit :most
                """).param("agency", agency).param("person", person).param("most", atMost)
                .query((row, _) -> new Holding(row.getObject("device", UUID.class), row.getString("number"), row.getString("how"),
                        row.getTimestamp("since").toInstant(), Optional.ofNullable(row.getTimestamp("until")).map(Timestamp::toInstant)))
                .list());
    }

    /** The devices of each unit that are there and work, whether they are out or not; none that nobody has entered. */
    Map<String, List<Quota.Working>> working(String agency) {
        record InUnit(String unit, Quota.Working device) {}
        return rows.of(agency, jdbc -> jdbc.sql("""
                select unit, kind, portable from device_life where agency = :agency and state in ('available', 'out') and not unregistered
                """)
                .param("agency", agency).query((row, _) -> new InUnit(row.getString("unit"), new Quota.Working(kind(row.getString("kind")),
                        row.getBoolean("portable")))).list())
                .stream().collect(Collectors.groupingBy(InUnit::unit, Collectors.mapping(InUnit::device, Collectors.toList())));
    }

    static DeviceKind kind(String word) {
        return Arrays.stream(DeviceKind.values()).filter(kind -> kind.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of device: " + word));
    }

    Map<UUID, String> people(String agency) {
        return register.people(agency).stream().collect(Collectors.toMap(Register.Person::id, Register.Person::name));
    }

    Map<String, String> units(String agency) {
        return register.units(agency).stream().collect(Collectors.toMap(Register.Unit::code, Register.Unit::name));
    }

    private static Row row(ResultSet row, Map<UUID, String> people, Map<String, String> units) throws SQLException {
        var unit = row.getString("unit");
        return new Row(row.getObject("device", UUID.class), row.getString("number"), row.getString("kind"), unit, units.getOrDefault(unit, unit),
                Optional.ofNullable(row.getString("serial")), Optional.ofNullable(row.getString("model")), row.getString("state"),
                row.getBoolean("unregistered"), row.getBoolean("portable"), texts(row, "capabilities"), who(row.getObject("manager", UUID.class), people),
                who(row.getObject("holder", UUID.class), people), Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("purpose")), texts(row, "same_serial"), row.getInt("findings"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Optional<Who> who(@org.jspecify.annotations.Nullable UUID id, Map<UUID, String> people) {
        return Optional.ofNullable(id).map(person -> new Who(person, people.getOrDefault(person, person.toString())));
    }
}
