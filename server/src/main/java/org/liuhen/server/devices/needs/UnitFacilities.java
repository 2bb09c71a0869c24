package org.liuhen.server.devices.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuhen.core.devices.Capability;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** What each unit has: devices that are there and work, places in use, and what those devices can do. */
@Component
class UnitFacilities {

    private final AgencyRows rows;

    UnitFacilities(AgencyRows rows) {
        this.rows = rows;
    }

    /** So many of a kind. */
    record Count(String kind, int number) {}

    private record InUnit(String unit, Count count) {}

    /** Devices by unit and kind. */
    Map<String, List<Count>> devices(String agency) {
        return counted(agency, "select unit, kind, count(*) n from device_life where agency = :agency and state in ('available', 'out')"
                + " group by unit, kind order by kind");
    }

    /** Places by unit and kind. */
    Map<String, List<Count>> places(String agency) {
        return counted(agency, "select unit, kind, count(*) n from place where agency = :agency and closed_on is null group by unit, kind order by kind");
    }

    private Map<String, List<Count>> counted(String agency, String query) {
        return rows.of(agency, jdbc -> jdbc.sql(query).param("agency", agency)
                .query((row, _) -> new InUnit(row.getString("unit"), new Count(row.getString("kind"), row.getInt("n")))).list())
                .stream().collect(Collectors.groupingBy(InUnit::unit, Collectors.mapping(InUnit::count, Collectors.toList())));
    }

    /** The units that somebody has said something of. */
    Set<String> stated(String agency) {
        return Set.copyOf(rows.of(agency, jdbc -> jdbc.sql("select unit from special_need where agency = :agency").param("agency", agency)
                .query(String.class).list()));
    }

    /** A unit whose devices can do something else than what was counted last. */
    record Changed(String unit, List<Capability> held) {}

    /** All of them. */
    List<Changed> changed(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select n.unit, h.held from special_need n, lateral (select coalesce(array_agg(distinct c order by c), '{}') held
                    from device_life d, unnest(d.capabilities) c where d.agency = n.agency and d.unit = n.unit and d.state in ('available', 'out')) h
                where n.agency = :agency and not (h.held @> n.held and h.held <@ n.held)
                """).param("agency", agency)
                .query((row, _) -> new Changed(row.getString("unit"), capabilities((String[]) row.getArray("held").getArray()))).list());
    }

    private static List<Capability> capabilities(String[] words) {
        return Arrays.stream(words).map(word -> Arrays.stream(Capability.values()).filter(one -> one.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no capability: " + word))).sorted().toList();
    }
}
