package org.liuhen.server.devices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked.Due;
import org.springframework.stereotype.Component;

/** When each device is to be judged again. What is not noted, or noted for an older version, is found by the sweep. */
@Component
class DeviceClocks {

    private final AgencyRows rows;

    DeviceClocks(AgencyRows rows) {
        this.rows = rows;
    }

    /** Notes when what the rules say of that version can next change by itself; absent: never. A newer version's note stays. */
    void set(String agency, UUID id, long version, Optional<Instant> due) {
        rows.of(agency, jdbc -> jdbc.sql("""
                insert into device_clock (device, agency, version, due_at) values (:id, :agency, :version, :due)
                on conflict (device) do update set version = excluded.version, due_at = excluded.due_at
                where device_clock.version <= excluded.version
                """).param("id", id).param("agency", agency).param("version", version)
                .param("due", due.map(Timestamp::from).orElse(null)).update());
    }

    /** Devices whose time has come, the longest due first. */
    List<Due> due(Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("select agency, device from device_clock where due_at <= :now order by due_at limit :most")
                .param("now", Timestamp.from(now)).param("most", atMost)
                .query((row, _) -> new Due(row.getString("agency"), row.getObject("device", UUID.class))).list());
    }

    /** Devices that were not judged since their last event: the server stopped between the two, or the tables were rebuilt. */
    List<Due> forgotten(int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select a.agency, a.device from device_life a left join device_clock c on c.device = a.device
                where c.device is null or c.version < a.version limit :most
                """).param("most", atMost).query((row, _) -> new Due(row.getString("agency"), row.getObject("device", UUID.class))).list());
    }

    /** Puts a device off that could not be judged. */
    void putOff(Due one, Instant until) {
        rows.of(one.agency(), jdbc -> jdbc.sql("update device_clock set due_at = :until where device = :id")
                .param("until", Timestamp.from(until)).param("id", one.id()).update());
    }
}
