package org.liuhen.server.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.Workload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register as it is now, for sign-in and for lists. Published to the other features. */
@Component
public final class Register {

    private static final String PERSON = "select id, agency, username, name, certificate, unit from person ";
    private static final String DEVICE = "select id, agency, number, kind, unit, officer, serial, model from device ";
    private final JdbcClient jdbc;
    private final Clock clock;

    Register(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An agency (执法机关). */
    public record Agency(String code, String name, Optional<String> superior, String origin, UUID stream) {}

    /** A unit (执法机构). */
    public record Unit(String code, String name, String kind) {}

    /** A person. */
    public record Person(UUID id, String agency, String username, String name, Optional<String> certificate,
            Optional<String> unit) {}

    /** A collection station (采集站). */
    public record Station(UUID id, String agency, String number, String name, String unit) {}

    /** A device; {@code officer} is whose it is (定人管理). */
    public record Device(
            UUID id, String agency, String number, String kind, String unit, Optional<UUID> officer, Optional<String> serial,
            Optional<String> model) {}

    /**
     * An enforcement certificate (执法证), whether it is valid or not.
     *
     * @param from the first day it is valid
     * @param to the last one; the end of the year 9999 where the register says a number and no days
     */
    public record Certificate(UUID person, String agency, String name, String number, LocalDate from, LocalDate to, String unit) {

        /** Who holds it, as a record names an officer. */
        public Officer officer() {
            return new Officer(new PersonId(person), name, number, from, to, new UnitCode(unit));
        }
    }

    public List<Agency> agencies() {
        return jdbc.sql("select code, name, superior, origin, stream from agency order by code")
                .query((row, _) -> agencyOf(row)).list();
    }

    public Optional<Agency> agency(String code) {
        return agencies().stream().filter(agency -> agency.code().equals(code)).findFirst();
    }

    public List<Unit> units(String agency) {
        return jdbc.sql("select code, name, kind from unit where agency = ? order by code").param(agency)
                .query((row, _) -> unitOf(row)).list();
    }

    /** What the unit is called; its code where the register does not know it. */
    public String unitName(String agency, String code) {
        return jdbc.sql("select name from unit where agency = ? and code = ?").params(agency, code).query(String.class).optional().orElse(code);
    }

    public List<Person> people(String agency) {
        return jdbc.sql(PERSON + "where agency = ? order by username").param(agency).query((row, _) -> personOf(row)).list();
    }

    public Optional<Person> person(UUID id) {
        return jdbc.sql(PERSON + "where id = ?").param(id).query((row, _) -> personOf(row)).optional();
    }

    public Optional<Person> personByUsername(String username) {
        return jdbc.sql(PERSON + "where username = ?").param(username).query((row, _) -> personOf(row)).optional();
    }

    /** The roles that the person has on that legal day, his own and those he holds as a deputy, as words. */
    public List<String> roles(UUID person, LocalDate day) {
        return jdbc.sql("""
                select distinct role from role_granted where person = ? and since <= ? and (until is null or until >= ?) order
                    by role
                """).params(person, day, day).query((row, _) -> row.getString("role")).list();
    }

    /** The roles that the person has today in that agency; none, where he is not of it. */
    public Set<Role> rolesToday(String agency, PersonId person) {
        if (person(person.value()).filter(known -> known.agency().equals(agency)).isEmpty()) return Set.of();
        return roles(person.value(), LocalDate.ofInstant(clock.instant(), Registrar.ZONE)).stream().map(Role::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The certificate that counts today: of those that have begun, the one entered last; where none has begun, the one entered
     * last. A person entered with a number only has had it since his first role. Empty for a person without unit, who acts for none.
     */
    public Optional<Certificate> certificate(UUID person) {
        return certificate(person, LocalDate.MIN);
    }

    /** The certificate that is valid on that day, of several the one entered last; where none is, the one that counts today. */
    public Optional<Certificate> certificate(UUID person, LocalDate day) {
        var today = LocalDate.ofInstant(clock.instant(), Registrar.ZONE);
        return jdbc.sql("""
                select p.id, p.agency, p.name, p.unit, c.number, c.since, c.until
                from person p join (
                    select person, number, since, until, entry from certificate where person = :person
                    union all
                    select id, certificate, (select min(since) from role_granted where person = id), date '9999-12-31', 0
                    from person where id = :person and certificate is not null
                ) c on c.person = p.id
                where p.unit is not null and c.since is not null
                order by (:day >= c.since and :day <= c.until) desc, c.entry > 0 desc, c.since <= :today desc, c.entry desc limit 1
                """).param("person", person).param("today", today).param("day", day).query((row, _) -> certificateOf(row)).optional();
    }

    /** The day from which the entries of the agency's profile count whose text does not print it, as adopted last. */
    public Optional<LocalDate> activation(String agency) {
        return jdbc.sql("select activation from profile_adopted where agency = ? order by entry desc limit 1").param(agency)
                .query((row, _) -> Optional.ofNullable(row.getObject("activation", LocalDate.class))).optional().flatMap(day -> day);
    }

    /**
     * Whether the unit acts for the agency on that day: one of its own, or an entrusted body (受委托组织) whose written entrustment
     * runs. False for what is not in the register.
     */
    public boolean entrusted(String agency, String unit, LocalDate day) {
        return jdbc.sql("""
                select exists (select from unit u where u.agency = :agency and u.code = :unit
                    and (not exists (select from entrustment e where e.agency = u.agency and e.unit = u.code)
                        or exists (select from entrustment e where e.agency = u.agency and e.unit = u.code
                            and :day between e.since and e.until)))
                """).param("agency", agency).param("unit", unit).param("day", day).query(Boolean.class).single();
    }

    /** How busy the agency says that its units are on that day; a unit that it says nothing of is not there. */
    public Map<String, Workload> workloads(String agency, LocalDate day) {
        var workloads = new HashMap<String, Workload>();
        jdbc.sql("select unit, workload from unit_workload where agency = ? and since <= ? order by entry").params(agency, day)
                .query((row, _) -> workloads.put(row.getString("unit"), workloadOf(row.getString("workload")))).list();
        return workloads;
    }

    private static Workload workloadOf(String word) {
        return Arrays.stream(Workload.values()).filter(workload -> workload.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no workload: " + word));
    }

    /** People of the agency who are officers on that day. */
    public List<Person> officers(String agency, LocalDate day) {
        return jdbc.sql(PERSON + """
                where agency = ? and exists (select from role_granted r where r.person = id and r.role = 'officer'
                    and r.since <= ? and (r.until is null or r.until >= ?)) order by username
                """).params(agency, day, day).query((row, _) -> personOf(row)).list();
    }

    public List<Station> stations(String agency) {
        return jdbc.sql("select id, agency, number, name, unit from station where agency = ? order by number")
                .param(agency).query((row, _) -> stationOf(row)).list();
    }

    /** The key that the station signs its own receipts with, as it told it. */
    public Optional<String> stationKey(String agency, UUID station) {
        return jdbc.sql("select vkey from station_key where agency = ? and station = ?").params(agency, station).query(String.class).optional();
    }

    public List<Device> devices(String agency) {
        return jdbc.sql(DEVICE + "where agency = ? order by number").param(agency).query((row, _) -> deviceOf(row)).list();
    }

    public Optional<Device> device(String agency, String number) {
        return jdbc.sql(DEVICE + "where agency = ? and number = ?").params(agency, number).query((row, _) -> deviceOf(row))
                .optional();
    }

    private static Agency agencyOf(ResultSet row) throws SQLException {
        return new Agency(row.getString("code"), row.getString("name"), text(row, "superior"), row.getString("origin"),
                row.getObject("stream", UUID.class));
    }

    private static Unit unitOf(ResultSet row) throws SQLException {
        return new Unit(row.getString("code"), row.getString("name"), row.getString("kind"));
    }

    private static Person personOf(ResultSet row) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("agency"), row.getString("username"),
                row.getString("name"),
                text(row, "certificate"), text(row, "unit"));
    }

    private static Certificate certificateOf(ResultSet row) throws SQLException {
        return new Certificate(row.getObject("id", UUID.class), row.getString("agency"), row.getString("name"), row.getString("number"),
                row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class), row.getString("unit"));
    }

    private static Station stationOf(ResultSet row) throws SQLException {
        return new Station(row.getObject("id", UUID.class), row.getString("agency"), row.getString("number"),
                row.getString("name"),
                row.getString("unit"));
    }

    private static Device deviceOf(ResultSet row) throws SQLException {
        return new Device(row.getObject("id", UUID.class), row.getString("agency"), row.getString("number"),
                row.getString("kind"),
                row.getString("unit"), Optional.ofNullable(row.getObject("officer", UUID.class)), text(row, "serial"),
                        text(row, "model"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
