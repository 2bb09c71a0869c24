package org.liuhen.server.devices;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand.CompareUses;
import org.liuhen.core.devices.MadeRecording;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked;
import org.springframework.stereotype.Component;

/** Writes down what a device recorded while nobody had it out, whenever its recordings or check-outs have changed. */
@Component
class UseClock implements Clocked {

    private final AgencyRows rows;
    private final DeviceStreams streams;

    UseClock(AgencyRows rows, DeviceStreams streams) {
        this.rows = rows;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "uses of device";
    }

    @Override
    public List<Due> due(Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select c.agency, c.device from use_change c join device_life d on d.device = c.device left join use_compared u on u.device = c.device
                where (u.changes is null or c.changes <> u.changes) and (u.not_before is null or u.not_before <= :now)
                order by c.device limit :most
                """).param("now", Timestamp.from(now)).param("most", atMost)
                .query((row, _) -> new Due(row.getString("agency"), row.getObject("device", UUID.class))).list());
    }

    /** Nothing is: what is due stays due until it was compared. */
    @Override
    public List<Due> forgotten(int atMost) {
        return List.of();
    }

    @Override
    public void judge(Due one) {
        var changes = rows.of(one.agency(), jdbc -> jdbc.sql("select changes from use_change where device = :device").param("device", one.id())
                .query(Long.class).single()); // before the recordings are read: what comes meanwhile is compared again
        streams.handle(new AskedAct(one.agency(), Actor.system("device-uses"), one.id(), UUID.randomUUID(), Optional.empty(), Optional.empty()),
                new CompareUses(made(one)));
        noted(one, changes, Optional.empty());
    }

    /** Without those that two people have labelled as accidental. */
    private List<MadeRecording> made(Due one) {
        return rows.of(one.agency(), jdbc -> jdbc.sql("""
                select * from made_recording where agency = :agency and device = :device and from_at is not null and to_at >= from_at and not accidental
                order by from_at, recording
                """).param("agency", one.agency()).param("device", one.id())
                .query((row, _) -> new MadeRecording(new RecordingId(row.getObject("recording", UUID.class)), row.getString("name"),
                        row.getTimestamp("from_at").toInstant(), row.getTimestamp("to_at").toInstant(), Duration.ofMillis(row.getLong("uncertain"))))
                .list());
    }

    @Override
    public void putOff(Due one, Instant until) {
        noted(one, -1, Optional.of(until));
    }

    private void noted(Due one, long changes, Optional<Instant> notBefore) {
        rows.of(one.agency(), jdbc -> jdbc.sql("""
                insert into use_compared (device, agency, changes, not_before) values (:device, :agency, :changes, :until)
                on conflict (device) do update set changes = excluded.changes, not_before = excluded.not_before
                """).param("device", one.id()).param("agency", one.agency()).param("changes", changes)
                .param("until", notBefore.map(Timestamp::from).orElse(null)).update());
    }
}
