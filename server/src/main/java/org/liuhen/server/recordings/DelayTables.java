package org.liuhen.server.recordings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.recordings.CustodyEvent.ToldDelay;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.DelayKind;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of devices before their recordings came, as this feature has heard it. Follows from the journal alone. */
@Component
final class DelayTables implements Projection {

    private final AgencyRows rows;

    DelayTables(AgencyRows rows) {
        this.rows = rows;
    }

    /** What was said of a device, in the order in which it was said. */
    List<ToldDelay> of(String agency, DeviceId device) {
        return rows.of(agency, jdbc -> jdbc.sql("select * from device_delay where agency = :agency and device = :device order by version")
                .param("agency", agency).param("device", device.value()).query((row, _) -> told(row)).list());
    }

    @Override
    public String name() {
        return "delays";
    }

    @Override
    public List<String> tables() {
        return List.of("device_delay", "excepted_recording");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case DeviceLifeEvent.DelayStated(var delay) -> stated(recorded, delay, jdbc);
            case DeviceLifeEvent.ReturnEntered e -> jdbc.sql("""
                    update device_delay set returned_at = :at where device = :device and version =
                        (select max(version) from device_delay where device = :device and kind = 'exception')
                    """).param("at", Timestamp.from(e.returnedAt())).param("device", recorded.stream()).update();
            case DeviceLifeEvent.DeviceReturned e -> jdbc.sql("update device_delay set until_at = :at where device = :device and until_at is null")
                    .param("at", Timestamp.from(e.at())).param("device", recorded.stream()).update();
            case CustodyEvent.StoringExcepted _ ->
                    jdbc.sql("insert into excepted_recording (recording, agency) values (:id, :agency) on conflict (recording) do nothing")
                            .param("id", recorded.stream()).param("agency", recorded.agency()).update();
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void stated(Recorded recorded, Delay delay, JdbcClient jdbc) {
        jdbc.sql("""
                insert into device_delay (device, version, agency, kind, ground, place, statement, expected_at, returned_at, evidence, by_person,
                    stated_at, from_at, until_at, entered_at)
                values (:device, :version, :agency, :kind, :ground, :place, :statement, :expected, :returned, :evidence, :by, :stated, :from, :until,
                    :entered)
                """).param("device", recorded.stream()).param("version", recorded.version()).param("agency", recorded.agency())
                .param("kind", delay.kind().word()).param("ground", delay.ground()).param("place", delay.place().orElse(null))
                .param("statement", delay.statement()).param("expected", timestamp(delay.expectedAt()))
                .param("returned", timestamp(delay.returnedAt()))
                .param("evidence", delay.evidence().stream().map(Digest::toString).toArray(String[]::new)).param("by", delay.by().value())
                .param("stated", timestamp(delay.statedAt())).param("from", Timestamp.from(delay.from()))
                .param("until", timestamp(delay.until())).param("entered", Timestamp.from(recorded.recordedAt())).update();
    }

    private static ToldDelay told(ResultSet row) throws SQLException {
        var word = row.getString("kind");
        var kind = Stream.of(DelayKind.values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow();
        return new ToldDelay(new Delay(kind, row.getString("ground"), Optional.ofNullable(row.getString("place")), row.getString("statement"),
                instant(row, "expected_at"), instant(row, "returned_at"), digests(row.getArray("evidence")),
                new PersonId(row.getObject("by_person", UUID.class)), instant(row, "stated_at"), row.getTimestamp("from_at").toInstant(),
                instant(row, "until_at")), row.getTimestamp("entered_at").toInstant());
    }

    private static List<Digest> digests(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(one -> Digest.parse((String) one)).toList();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }
}
