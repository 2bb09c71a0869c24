package org.liuhen.server.recordings;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked;
import org.springframework.stereotype.Component;

/** Tells recordings that have an exception or an excuse what became of the time out of their device since: the return, and the device's. */
@Component
class DelayClock implements Clocked {

    /** Older recordings are not told any more. */
    private static final Duration TOLD_FOR = Duration.ofDays(92);

    /** The most recordings of a device that are told at once. */
    private static final int MOST = 5_000;

    private final AgencyRows rows;
    private final RecordingStreams streams;
    private final InstantSource clock;

    DelayClock(AgencyRows rows, RecordingStreams streams, InstantSource clock) {
        this.rows = rows;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "delays of device";
    }

    /** Devices of which something was said, with an event that their recordings were not told of. */
    @Override
    public List<Due> due(Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select l.agency, l.device from (
                    select agency, device from device_delay
                    union select r.agency, k.device from excepted_recording e join recording r on r.id = e.recording
                        join known_device k on k.agency = r.agency and k.number = r.device where r.recorded_at > :since) said
                join device_life l on l.device = said.device left join delays_told t on t.device = l.device
                where (t.version is null or t.version < l.version) and (t.not_before is null or t.not_before <= :now) limit :most
                """).param("since", Timestamp.from(now.minus(TOLD_FOR))).param("now", Timestamp.from(now)).param("most", atMost)
                .query((row, _) -> new Due(row.getString("agency"), row.getObject("device", UUID.class))).list());
    }

    /** Nothing is: what is due stays due until its recordings were told. */
    @Override
    public List<Due> forgotten(int atMost) {
        return List.of();
    }

    @Override
    public void judge(Due one) {
        var version = rows.of(one.agency(), jdbc -> jdbc.sql("select version from device_life where device = :device")
                .param("device", one.id()).query(Long.class).single()); // before the recordings: what happens meanwhile is told again
        recordings(one).forEach(recording -> streams.tellDelays(one.agency(), recording));
        rows.of(one.agency(), jdbc -> jdbc.sql("""
                insert into delays_told (device, agency, version) values (:device, :agency, :version)
                on conflict (device) do update set version = excluded.version, not_before = null
                """).param("device", one.id()).param("agency", one.agency()).param("version", version).update());
    }

    private List<UUID> recordings(Due one) {
        var now = clock.instant();
        return rows.of(one.agency(), jdbc -> jdbc.sql("""
                select r.id from known_device k join recording r on r.agency = k.agency and r.device = k.number
                    join recording_custody c on c.recording = r.id
                where k.agency = :agency and k.device = :device and r.recorded_at > :since
                    and (r.id in (select recording from excepted_recording where agency = :agency)
                        or exists (select from device_delay d where d.device = :device
                            and c.completed_at between d.from_at - interval '1 day' and coalesce(d.until_at, :now) + interval '1 day'))
                order by r.recorded_at desc limit :most
                """).param("agency", one.agency()).param("device", one.id()).param("since", Timestamp.from(now.minus(TOLD_FOR)))
                .param("now", Timestamp.from(now)).param("most", MOST).query(UUID.class).list());
    }

    @Override
    public void putOff(Due one, Instant until) {
        rows.of(one.agency(), jdbc -> jdbc.sql("""
                insert into delays_told (device, agency, version, not_before) values (:device, :agency, 0, :until)
                on conflict (device) do update set not_before = excluded.not_before
                """).param("device", one.id()).param("agency", one.agency()).param("until", Timestamp.from(until)).update());
    }
}
