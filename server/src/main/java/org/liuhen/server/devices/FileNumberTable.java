package org.liuhen.server.devices;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked.Due;
import org.springframework.stereotype.Component;

/** Up to which change the numbers of each device's files were compared. */
@Component
class FileNumberTable {

    /** A hand-in that was opened and is not done keeps its device waiting for so long: afterwards the station will not come back to it. */
    static final Duration UNDER_WAY = Duration.ofDays(1);

    /** The newest change of a device: a hand-in that is done, or a file that came. Each is the end of an index. */
    private static final String CHANGED = """
            select d.agency, d.device, greatest(
                (select max(h.balanced_at) from hand_in h where h.agency = d.agency and h.device = d.device),
                (select max(f.received_at) from hand_in_file f where f.agency = d.agency and f.device = d.device)) changed
            from hand_in_device d
            """;

    private final AgencyRows rows;

    FileNumberTable(AgencyRows rows) {
        this.rows = rows;
    }

    /** Devices with a change that nobody compared, and no hand-in under way. */
    List<Due> due(Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select c.agency, c.device from (%s) c left join file_numbers n on n.device = c.device
                where c.changed is not null and (n.compared_to is null or c.changed > n.compared_to) and (n.not_before is null or n.not_before <= :now)
                    and not exists (select from hand_in h where h.agency = c.agency and h.device = c.device and h.balanced_at is null
                        and h.opened_at > :underWay)
                order by c.changed, c.device limit :most
                """.formatted(CHANGED)).param("now", Timestamp.from(now)).param("underWay", Timestamp.from(now.minus(UNDER_WAY)))
                .param("most", atMost).query((row, _) -> new Due(row.getString("agency"), row.getObject("device", UUID.class))).list());
    }

    /** The newest change of a device that is due. */
    Instant changed(Due one) {
        return rows.of(one.agency(), jdbc -> jdbc.sql("select changed from (" + CHANGED + ") c where c.agency = :agency and c.device = :device")
                .param("agency", one.agency()).param("device", one.id()).query(Timestamp.class).single()).toInstant();
    }

    /** They were compared with all that had come by that change. */
    void compared(Due one, Instant to) {
        rows.of(one.agency(), jdbc -> jdbc.sql("""
                insert into file_numbers (device, agency, compared_to) values (:device, :agency, :to)
                on conflict (device) do update set compared_to = excluded.compared_to, not_before = null
                """).param("device", one.id()).param("agency", one.agency()).param("to", Timestamp.from(to)).update());
    }

    void putOff(Due one, Instant until) {
        rows.of(one.agency(), jdbc -> jdbc.sql("""
                insert into file_numbers (device, agency, not_before) values (:device, :agency, :until)
                on conflict (device) do update set not_before = excluded.not_before
                """).param("device", one.id()).param("agency", one.agency()).param("until", Timestamp.from(until)).update());
    }
}
