package org.liuhen.server.devices;

import java.util.List;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units lack, for lists. Follows from the journal alone. */
@Component
class EquipmentTables implements Projection {

    private static final FindingRows FINDINGS = new FindingRows("unit_finding", "unit_id", "unit_equipment", "id");

    @Override
    public String name() {
        return "equipment of units";
    }

    @Override
    public List<String> tables() {
        return List.of("unit_equipment", "unit_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case EquipmentCounted e -> jdbc.sql("""
                    insert into unit_equipment (id, agency, version, unit) values (:id, :agency, :version, :unit)
                    on conflict (id) do update set version = excluded.version
                    """).param("id", recorded.stream()).param("agency", recorded.agency()).param("version", recorded.version())
                    .param("unit", e.unit().value()).update();
            case EquipmentEvent _ -> version(recorded, jdbc);
            case FindingEvent e -> {
                FINDINGS.apply(e, recorded, jdbc);
                FINDINGS.count(recorded, jdbc);
                version(recorded, jdbc);
            }
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void version(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update unit_equipment set version = :version where id = :id").param("version", recorded.version())
                .param("id", recorded.stream()).update();
    }
}
