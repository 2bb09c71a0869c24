package org.liuhen.server.devices.needs;

import java.util.List;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.devices.needs.NeedEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.values.Destroyed;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists of special needs show. Follows from the journal alone. */
@Component
class NeedTables implements Projection {

    private static final FindingRows FINDINGS = new FindingRows("special_need_finding", "special_need", "special_need", "id");

    @Override
    public String name() {
        return "special-needs";
    }

    @Override
    public List<String> tables() {
        return List.of("special_need", "special_need_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case NeedEvent event -> {
                apply(event, recorded, jdbc);
                version(recorded, jdbc);
            }
            case FindingEvent event -> {
                FINDINGS.apply(event, recorded, jdbc);
                FINDINGS.count(recorded, jdbc);
                version(recorded, jdbc);
            }
            // only of the first statement: a later one leaves what stood before it
            case Destroyed(var type) when recorded.version() == 1 && type.equals(NeedEvent.SpecialNeedStated.class.getSimpleName()) -> {
                jdbc.sql("delete from special_need_finding where special_need = :id").param("id", recorded.stream()).update();
                jdbc.sql("delete from special_need where id = :id").param("id", recorded.stream()).update();
            }
            default -> {} // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void apply(NeedEvent event, Recorded recorded, JdbcClient jdbc) {
        switch (event) {
            case NeedEvent.SpecialNeedStated e -> jdbc.sql("""
                    insert into special_need (id, agency, version, unit, needs) values (:id, :agency, 1, :unit, cast(:needs as text[]))
                    on conflict (id) do update set needs = excluded.needs
                    """).param("id", recorded.stream()).param("agency", recorded.agency()).param("unit", e.unit().value())
                    .param("needs", words(e.capabilities())).update();
            case NeedEvent.CapabilitiesHeld e -> jdbc.sql("update special_need set held = cast(:held as text[]) where id = :id")
                    .param("held", words(e.capabilities())).param("id", recorded.stream()).update();
        }
    }

    private static String[] words(List<Capability> capabilities) {
        return capabilities.stream().map(Capability::word).toArray(String[]::new);
    }

    private static void version(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update special_need set version = :version where id = :id").param("version", recorded.version()).param("id", recorded.stream()).update();
    }
}
