package org.liuhen.server.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.DutyHolders;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.Role;
import org.liuhen.formats.law.Keys;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** What those see who answer for devices: who that is, what was bought, what breaks, and by whose hands. */
@Component
class Oversight {

    /** In the order in which a device meets them. */
    private static final List<Key> DUTIES = List.of("roles.procurement", "roles.procurementSupervision", "roles.deviceQuality", "roles.useAndMaintenance",
            "roles.deviceCustodian", "roles.deviceFirstResponsible", "roles.facility").stream().map(Key::new).toList();

    /** The most purchases, remarks or people of one answer, the newest first. */
    private static final int MOST = 200;

    private final AgencyRows rows;
    private final AgencyLaw laws;
    private final Register register;
    private final UnitCounts counts;

    Oversight(AgencyRows rows, AgencyLaw laws, Register register, UnitCounts counts) {
        this.rows = rows;
        this.laws = laws;
        this.register = register;
        this.counts = counts;
    }

    /**
     * Who answers for what.
     *
     * @param duty key of law/keys.yaml
     * @param word of the agency's text, {@code roles} those that it stands for
     * @param people who has one of the roles today; for the devices of units, who is named
     */
    record Holder(String duty, String title, String titleEn, String word, String article, List<String> roles, List<String> people) {}

    /** A device that was bought; number, price and date of the purchase as far as they were entered. */
    record Purchase(String device, String kind, Optional<String> model, LocalDate on, Optional<String> order, Optional<String> priceYuan,
            Optional<String> purpose, Optional<Boolean> agreed, Optional<String> opinion) {}

    /** What broke of one model. @param causes faults by their cause */
    record Model(String kind, String model, int devices, int faults, Map<String, Integer> causes, int repairs, int remarks) {}

    /** A remark on quality. */
    record Remark(String device, String kind, Optional<String> model, LocalDate on, String text, Optional<String> by) {}

    /** What came to harm in somebody's hands by wrong use: faults of that cause, and devices brought back misused or damaged. */
    record Harm(String person, int faults, int returns, List<String> devices) {}

    /** All of it. */
    record Sheet(List<Holder> holders, List<Purchase> purchases, List<Model> models, List<Remark> remarks, List<Harm> harm) {}

    Sheet of(String agency) {
        return new Sheet(holders(agency, Optional.empty()), purchases(agency), models(agency), remarks(agency), harm(agency));
    }

    /** Who answers for what, by the text of today; what it does not state is not there. @param unit of which it is asked; absent: of all */
    List<Holder> holders(String agency, Optional<String> unit) {
        if (!laws.isAdopted(agency)) return List.of();
        var rules = laws.law(agency).on(counts.today());
        var names = register.people(agency).stream().collect(Collectors.toMap(Register.Person::id, Register.Person::name));
        return DUTIES.stream().flatMap(key -> rules.word(key).stream().map(cited -> {
            var roles = DutyHolders.of(cited.value());
            var title = Keys.shipped().get(key).orElseThrow().title();
            return new Holder(key.value(), title.zh(), title.en(), cited.value(), cited.authority().cited(), roles.stream().map(Role::word).toList(),
                    switch (key.value()) {
                        case "roles.deviceCustodian" -> named(agency, unit, names);
                        case "roles.deviceFirstResponsible" -> heads(agency, unit);
                        default -> holding(agency, roles);
                    });
        })).toList();
    }

    /** Who leads each unit (机构主要负责人). */
    private List<String> heads(String agency, Optional<String> unit) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select distinct u.name || '：' || p.name from person p join role_granted r on r.person = p.id join unit u on u.agency = p.agency and u.code = p.unit
                where p.agency = :agency and r.role = 'unitHead' and r.since <= :today and (r.until is null or r.until >= :today)
                    and (:unit = '' or p.unit = :unit) order by 1 limit :most
                """).param("agency", agency).param("today", java.sql.Date.valueOf(counts.today())).param("unit", unit.orElse("")).param("most", MOST)
                .query(String.class).list());
    }

    private List<String> named(String agency, Optional<String> unit, Map<UUID, String> names) {
        var units = register.units(agency).stream().collect(Collectors.toMap(Register.Unit::code, Register.Unit::name));
        return counts.custodians(agency).entrySet().stream().filter(one -> unit.filter(wanted -> !wanted.equals(one.getKey())).isEmpty()).sorted(Map.Entry.comparingByKey())
                .map(one -> units.getOrDefault(one.getKey(), one.getKey()) + "：" + one.getValue().stream()
                        .map(person -> names.getOrDefault(person.value(), person.toString())).collect(Collectors.joining("、"))).toList();
    }

    /** Nobody is listed by name where every officer is meant. */
    private List<String> holding(String agency, Set<Role> roles) {
        if (roles.contains(Role.OFFICER)) return List.of();
        var words = roles.stream().map(Role::word).toArray(String[]::new);
        return rows.of(agency, jdbc -> jdbc.sql("""
                select distinct p.name from person p join role_granted r on r.person = p.id
                where p.agency = :agency and r.role = any (:roles) and r.since <= :today and (r.until is null or r.until >= :today) order by p.name limit :most
                """).param("agency", agency).param("roles", words).param("today", java.sql.Date.valueOf(counts.today())).param("most", MOST)
                .query(String.class).list());
    }

    private List<Purchase> purchases(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select d.number, d.kind, d.model, p.* from device_purchase p join device_life d on d.device = p.device
                where p.agency = :agency order by p.bought_on desc, d.number limit :most
                """).param("agency", agency).param("most", MOST)
                .query((row, _) -> new Purchase(row.getString("number"), row.getString("kind"), text(row, "model"), row.getDate("bought_on").toLocalDate(),
                        text(row, "order_number"), text(row, "price_yuan"), text(row, "purpose"),
                        Optional.ofNullable((Boolean) row.getObject("agreed")), text(row, "opinion"))).list());
    }

    private record Trouble(String kind, String model, String what, @Nullable String cause, int number) {}

    private List<Model> models(String agency) {
        var troubles = rows.of(agency, jdbc -> jdbc.sql("""
                select d.kind, coalesce(d.model, '') model, t.what, t.cause, count(*) number
                from device_trouble t join device_life d on d.device = t.device
                where t.agency = :agency and t.what in ('fault', 'repair', 'remark') group by 1, 2, 3, 4
                """).param("agency", agency).query((row, _) -> new Trouble(row.getString("kind"), row.getString("model"), row.getString("what"),
                        row.getString("cause"), row.getInt("number"))).list());
        return rows.of(agency, jdbc -> jdbc.sql("""
                select kind, coalesce(model, '') model, count(*) devices from device_life where agency = :agency group by 1, 2
                """).param("agency", agency).query((row, _) -> {
            var kind = row.getString("kind");
            var model = row.getString("model");
            var own = troubles.stream().filter(one -> one.kind().equals(kind) && one.model().equals(model)).toList();
            var causes = own.stream().filter(one -> one.what().equals("fault"))
                    .collect(Collectors.toMap(one -> String.valueOf(one.cause()), Trouble::number, Integer::sum, java.util.TreeMap::new));
            return new Model(kind, model, row.getInt("devices"), sum(own, "fault"), causes, sum(own, "repair"), sum(own, "remark"));
        }).list()).stream().sorted((one, other) -> one.faults() == other.faults() ? (one.kind() + one.model()).compareTo(other.kind() + other.model())
                : Integer.compare(other.faults(), one.faults())).toList();
    }

    private List<Remark> remarks(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select d.number, d.kind, d.model, t.at, t.told, p.name from device_trouble t join device_life d on d.device = t.device
                left join person p on p.id = t.person where t.agency = :agency and t.what = 'remark' order by t.at desc, d.number limit :most
                """).param("agency", agency).param("most", MOST)
                .query((row, _) -> new Remark(row.getString("number"), row.getString("kind"), text(row, "model"), LocalDate.ofInstant(row.getTimestamp("at").toInstant(), Registrar.ZONE),
                        row.getString("told"), text(row, "name"))).list());
    }

    /** By whoever had the device out then, else by who managed it. */
    private List<Harm> harm(String agency) {
        record Case(String person, String what, String device) {}
        var cases = rows.of(agency, jdbc -> jdbc.sql("""
                select t.what, d.number, h.name from device_trouble t join device_life d on d.device = t.device
                join lateral (
                    select p.name from device_holding o join person p on p.id = o.person
                    where o.agency = t.agency and o.device = t.device and o.since <= t.at and (o.until is null or o.until >= t.at)
                    order by o.how = 'uses' desc, o.since desc limit 1) h on true
                where t.agency = :agency and (t.what = 'fault' and t.cause = 'misuse' or t.what = 'return' and t.cause in ('misused', 'damaged'))
                """).param("agency", agency).query((row, _) -> new Case(row.getString("name"), row.getString("what"), row.getString("number"))).list());
        return cases.stream().collect(Collectors.groupingBy(Case::person)).entrySet().stream().map(one -> new Harm(one.getKey(),
                        (int) one.getValue().stream().filter(each -> each.what().equals("fault")).count(),
                        (int) one.getValue().stream().filter(each -> each.what().equals("return")).count(),
                        new ArrayList<>(one.getValue().stream().map(Case::device).collect(Collectors.toCollection(TreeSet::new)))))
                .sorted((one, other) -> Integer.compare(other.faults() + other.returns(), one.faults() + one.returns())).limit(MOST).toList();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static int sum(List<Trouble> all, String what) {
        return all.stream().filter(one -> one.what().equals(what)).mapToInt(Trouble::number).sum();
    }
}
