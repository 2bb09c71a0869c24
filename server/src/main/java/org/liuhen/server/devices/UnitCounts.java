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

    /** Every unit of the agency that enforces, as it stands now. */
    List<EquipmentCounted> of(String agency) {
        var today = today();
        var working = devices.working(agency);
        var officers = officers(agency);
        var workloads = register.workloads(agency, today);
        var custodians = custodians(agency);
        return register.units(agency).stream().filter(UnitCounts::enforces)
                .map(unit -> new EquipmentCounted(new UnitCode(unit.code()), officers.getOrDefault(unit.code(), 0),
                        Optional.ofNullable(workloads.get(unit.code())), grouped(working.getOrDefault(unit.code(), List.of())),
                        custodians.getOrDefault(unit.code(), List.of())))
                .toList();
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
