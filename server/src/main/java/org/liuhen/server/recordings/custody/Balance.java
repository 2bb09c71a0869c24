package org.liuhen.server.recordings.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Problem;
import org.springframework.stereotype.Component;

/**
 * The balance sheet of a unit's day (每日平衡表): each of its devices, who had it, what the stations counted on it, and what of that is in
 * the store, with the custodian and filed.
 */
@Component
class Balance {

    /** The most devices of a sheet. */
    private static final int DEVICES_MAX = 500;

    private final AgencyRows rows;
    private final Register register;

    Balance(AgencyRows rows, Register register) {
        this.rows = rows;
        this.register = register;
    }

    /** One hand-in: what the station counted, if it is done. */
    record HandIn(String number, Instant at, Optional<Long> camera, Optional<Long> stored, Optional<Long> failed) {

        /** Whether all that was on the camera is in the store. */
        boolean balanced() {
            return camera.isPresent() && camera.equals(stored) && failed.equals(Optional.of(0L));
        }
    }

    /** What of a device came in on the day. */
    record Stored(String number, long recordings, long bytes, long handed, long unfiled, long late) {}

    /** A device of the unit. */
    record Line(String number, String kind, Optional<String> holder, Optional<Instant> outAt, Optional<Instant> returnedAt, List<HandIn> handIns,
            long recordings, long bytes, long handed, long unfiled, long late) {}

    /** The sheet; it balances where each hand-in does and no camera that was used is still out. */
    record Sheet(LocalDate day, String unit, String unitName, List<Line> devices, Map<String, Long> totals, boolean balanced) {}

    private record Use(UUID person, Instant since, Optional<Instant> until) {}

    Sheet of(String agency, String unit, LocalDate day) {
        var from = day.atStartOfDay(Registrar.ZONE).toInstant();
        var values = Map.of("agency", agency, "unit", unit, "from", Timestamp.from(from),
                "to", Timestamp.from(day.plusDays(1).atStartOfDay(Registrar.ZONE).toInstant()), "most", DEVICES_MAX);
        var lines = rows.of(agency, jdbc -> {
            var uses = jdbc.sql("""
                    select distinct on (h.number) h.* from device_holding h join device_life d on d.device = h.device
                    where d.agency = :agency and d.unit = :unit and h.how = 'uses' and h.since < :to and (h.until is null or h.until >= :from)
                    order by h.number, h.since desc
                    """).params(values).query((row, _) -> Map.entry(row.getString("number"), use(row))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var handIns = jdbc.sql("""
                    select h.* from hand_in h join device_life d on d.device = h.device
                    where d.agency = :agency and d.unit = :unit and h.opened_at >= :from and h.opened_at < :to order by h.opened_at
                    """).params(values).query((row, _) -> handIn(row)).list().stream().collect(Collectors.groupingBy(HandIn::number));
            var stored = jdbc.sql("""
                    select r.device number, count(*) recordings, sum(r.size_bytes) bytes, count(c.handed_at) handed,
                        count(*) filter (where cardinality(c.unfiled) > 0) unfiled, count(*) filter (where c.findings > 0) late
                    from recording r left join recording_custody c on c.recording = r.id
                    where r.agency = :agency and r.unit = :unit and r.recorded_at >= :from and r.recorded_at < :to group by r.device
                    """).params(values).query((row, _) -> new Stored(row.getString("number"), row.getLong("recordings"), row.getLong("bytes"),
                    row.getLong("handed"), row.getLong("unfiled"), row.getLong("late"))).list().stream()
                    .collect(Collectors.toMap(Stored::number, all -> all));
            return jdbc.sql("""
                    select number, kind from device_life where agency = :agency and unit = :unit and not retired order by number limit :most
                    """).params(values)
                    .query((row, _) -> line(row.getString("number"), row.getString("kind"), uses, handIns, stored)).list();
        });
        var open = lines.stream().anyMatch(line -> line.outAt().isPresent() && line.returnedAt().isEmpty());
        var balanced = !open && lines.stream().flatMap(line -> line.handIns().stream()).allMatch(HandIn::balanced);
        return new Sheet(day, unit, name(agency, unit), lines, totals(lines), balanced);
    }

    private Line line(String number, String kind, Map<String, Use> uses, Map<String, List<HandIn>> handIns, Map<String, Stored> stored) {
        var use = Optional.ofNullable(uses.get(number));
        var in = stored.getOrDefault(number, new Stored(number, 0, 0, 0, 0, 0));
        return new Line(number, kind, use.flatMap(one -> register.person(one.person())).map(Register.Person::name), use.map(Use::since),
                use.flatMap(Use::until), handIns.getOrDefault(number, List.of()), in.recordings(), in.bytes(), in.handed(), in.unfiled(), in.late());
    }

    private static Map<String, Long> totals(List<Line> lines) {
        var totals = new LinkedHashMap<String, Long>();
        totals.put("devices", (long) lines.size());
        totals.put("used", lines.stream().filter(line -> line.outAt().isPresent()).count());
        totals.put("onCamera", sum(lines, HandIn::camera));
        totals.put("stored", sum(lines, HandIn::stored));
        totals.put("failed", sum(lines, HandIn::failed));
        totals.put("recordings", lines.stream().mapToLong(Line::recordings).sum());
        totals.put("bytes", lines.stream().mapToLong(Line::bytes).sum());
        totals.put("handed", lines.stream().mapToLong(Line::handed).sum());
        totals.put("unfiled", lines.stream().mapToLong(Line::unfiled).sum());
        totals.put("late", lines.stream().mapToLong(Line::late).sum());
        return totals;
    }

    private interface Count {
        Optional<Long> of(HandIn handIn);
    }

    private static long sum(List<Line> lines, Count count) {
        return lines.stream().flatMap(line -> line.handIns().stream()).mapToLong(handIn -> count.of(handIn).orElse(0L)).sum();
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(row.getObject("person", UUID.class), row.getTimestamp("since").toInstant(),
                Optional.ofNullable(row.getTimestamp("until")).map(Timestamp::toInstant));
    }

    private static HandIn handIn(ResultSet row) throws SQLException {
        return new HandIn(row.getString("number"), row.getTimestamp("opened_at").toInstant(), number(row, "camera"), number(row, "stored"),
                number(row, "failed"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        @Nullable Long value = row.getObject(column, Long.class);
        return Optional.ofNullable(value);
    }

    private String name(String agency, String code) {
        return register.units(agency).stream().filter(unit -> unit.code().equals(code)).map(Register.Unit::name).findFirst()
                .orElseThrow(() -> Problem.notFound("没有登记这个机构", "This unit is not in the register"));
    }
}
