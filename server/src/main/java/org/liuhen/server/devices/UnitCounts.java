package org.liuhen.server.devices;

import java.sql.Date;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.agencies.UnitKind;
import org.liuhen.core.devices.Quota;
import org.liuhen.core.devices.equipment.EquipmentEvent;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentEvent.SilentStation;
import org.liuhen.core.devices.equipment.FacilityKept;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** How many officers and devices each unit has today, who is named for the devices, and what it recorded. */
@Component
class UnitCounts {

    /** The units that enforce (执法机构): offices of another kind are given no devices by the number of their people. */
    private static final Set<String> ENFORCING = EnumSet.of(UnitKind.SECTION, UnitKind.BRANCH, UnitKind.BRIGADE).stream().map(UnitKind::word)
            .collect(Collectors.toUnmodifiableSet());

    private final Register register;
    private final DeviceList devices;
    private final AgencyRows rows;
    private final InstantSource clock;

    UnitCounts(Register register, DeviceList devices, AgencyRows rows, InstantSource clock) {
        this.register = register;
        this.devices = devices;
        this.rows = rows;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Registrar.ZONE);
    }

    static boolean enforces(Register.Unit unit) {
        return ENFORCING.contains(unit.kind());
    }

    /** Every unit of the agency that enforces or has a station, as it stands now; of one that only has a station people and devices are not counted. */
    List<EquipmentCounted> of(String agency, Law law) {
        var working = devices.working(agency);
        var officers = officers(agency);
        var workloads = register.workloads(agency, today());
        var custodians = custodians(agency);
        var stations = register.stations(agency).stream().map(Register.Station::unit).collect(Collectors.toSet());
        var silent = silent(agency, law);
        return register.units(agency).stream().filter(unit -> enforces(unit) || stations.contains(unit.code())).map(unit -> {
            var code = unit.code();
            var quiet = silent.getOrDefault(code, List.of());
            return enforces(unit)
                    ? new EquipmentCounted(new UnitCode(code), officers.getOrDefault(code, 0), Optional.ofNullable(workloads.get(code)),
                            grouped(working.getOrDefault(code, List.of())), custodians.getOrDefault(code, List.of()), quiet)
                    : new EquipmentCounted(new UnitCode(code), 0, Optional.empty(), List.of(), List.of(), quiet);
        }).toList();
    }

    /** Stations that were heard once and are silent for longer than may be, by unit. */
    private Map<String, List<SilentStation>> silent(String agency, Law law) {
        record OfUnit(String unit, SilentStation station) {}
        var now = clock.instant();
        return rows.of(agency, jdbc -> jdbc.sql("""
                select s.unit, s.number, c.heard_at from station_contact c join station s on s.agency = c.agency and s.id = c.station
                where c.agency = :agency order by s.number
                """).param("agency", agency).query((row, _) -> new OfUnit(row.getString("unit"),
                        new SilentStation(row.getString("number"), row.getTimestamp("heard_at").toInstant()))).list())
                .stream().filter(one -> now.isAfter(FacilityKept.silentUntil(one.station().since(), law)))
                .collect(Collectors.groupingBy(OfUnit::unit, Collectors.mapping(OfUnit::station, Collectors.toList())));
    }

    private static List<EquipmentEvent.Devices> grouped(List<Quota.Working> working) {
        return working.stream().collect(Collectors.groupingBy(device -> device, Collectors.counting())).entrySet().stream()
                .map(some -> new EquipmentEvent.Devices(some.getKey().kind(), some.getKey().portable(), Math.toIntExact(some.getValue())))
                .sorted((one, other) -> one.kind() == other.kind() ? Boolean.compare(one.portable(), other.portable()) : one.kind().compareTo(other.kind()))
                .toList();
    }

    /** Officers with a certificate that is valid today, by unit. */
    Map<String, Integer> officers(String agency) {
        var today = today();
        var officers = new HashMap<String, Integer>();
        for (var person : register.officers(agency, today)) {
            register.certificate(person.id(), today).filter(held -> !today.isBefore(held.from()) && !today.isAfter(held.to()))
                    .ifPresent(held -> officers.merge(held.unit(), 1, Integer::sum));
        }
        return officers;
    }

    /** Who is named for the devices of each unit today, with whoever stands in. */
    Map<String, List<PersonId>> custodians(String agency) {
        record Named(String unit, UUID person, Optional<UUID> deputy) {}
        var named = rows.of(agency, jdbc -> jdbc.sql("""
                select unit, person, deputy from custodian
                where agency = :agency and kind = 'devices' and since <= :today and (until is null or until >= :today) order by entry
                """).param("agency", agency).param("today", Date.valueOf(today()))
                .query((row, _) -> new Named(row.getString("unit"), row.getObject("person", UUID.class),
                        Optional.ofNullable(row.getObject("deputy", UUID.class)))).list());
        return named.stream().collect(Collectors.groupingBy(Named::unit, Collectors.flatMapping(
                one -> Stream.concat(Stream.of(one.person()), one.deputy().stream()),
                Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), people -> people.stream().map(PersonId::new).toList()))));
    }

    /** What a unit did on site. @param recorded of them with a recording */
    record OnSite(int activities, int recorded) {}

    /** Activities that began in the last twelve months, by unit; those that did not take place are none. */
    Map<String, OnSite> onSite(String agency) {
        record OfUnit(String unit, OnSite counts) {}
        return rows.of(agency, jdbc -> jdbc.sql("""
                select unit, count(*) activities, count(*) filter (where recordings > 0) recorded from activity
                where agency = :agency and status <> 'cancelled' and begins_at >= :from and begins_at <= now() group by unit
                """).param("agency", agency).param("from", java.sql.Timestamp.from(today().minusYears(1).atStartOfDay(Registrar.ZONE).toInstant()))
                .query((row, _) -> new OfUnit(row.getString("unit"), new OnSite(row.getInt("activities"), row.getInt("recorded")))).list())
                .stream().collect(Collectors.toMap(OfUnit::unit, OfUnit::counts));
    }
}
