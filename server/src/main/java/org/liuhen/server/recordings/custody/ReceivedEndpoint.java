package org.liuhen.server.recordings.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.recordings.MayView;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What custodians received on one day, with digests: what the paper of a hand-over (移交接收单) says. */
@RestController
class ReceivedEndpoint {

    /** The most files of one day. */
    private static final int MOST = 5_000;

    private final AgencyRows rows;
    private final Register register;

    ReceivedEndpoint(AgencyRows rows, Register register) {
        this.rows = rows;
        this.register = register;
    }

    /** Somebody of the register. */
    record Who(UUID id, String name) {}

    /** One file that was handed over. */
    record Received(UUID id, String name, String device, String kind, Optional<String> unit, Optional<Who> usedBy, Optional<Instant> completedAt,
            Instant storedAt, Instant handedAt, Optional<Who> custodian, long sizeBytes, String sha256) {}

    /** All of one day, the earliest first. */
    record Day(LocalDate day, List<Received> items) {}

    /** Reads day (a legal day), officer and unit. */
    @GetMapping("/api/recordings-received")
    @MayView
    Day received(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        var parameters = new Parameters(asked);
        var day = parameters.one("day", LocalDate::parse).orElseThrow(() -> Parameters.notUnderstood("day"));
        var values = new LinkedHashMap<String, Object>();
        values.put("agency", caller.agency());
        values.put("from", Timestamp.from(day.atStartOfDay(Registrar.ZONE).toInstant()));
        values.put("to", Timestamp.from(day.plusDays(1).atStartOfDay(Registrar.ZONE).toInstant()));
        values.put("unit", parameters.one("unit").orElse(""));
        values.put("officer", parameters.one("officer", UUID::fromString).map(UUID::toString).orElse(""));
        return new Day(day, rows.of(caller.agency(), jdbc -> jdbc.sql("""
                select c.*, r.name, r.device, r.kind, r.unit, r.size_bytes, r.sha256
                from recording_custody c join recording r on r.id = c.recording
                where c.agency = :agency and c.handed_at >= :from and c.handed_at < :to and (:unit = '' or r.unit = :unit)
                    and (:officer = '' or coalesce(c.used_by, r.officer) = cast(nullif(:officer, '') as uuid))
                order by c.handed_at, r.device, c.completed_at, c.recording limit %d
                """.formatted(MOST)).params(values).query((row, _) -> received(row)).list()));
    }

    private Received received(ResultSet row) throws SQLException {
        return new Received(row.getObject("recording", UUID.class), row.getString("name"), row.getString("device"), row.getString("kind"),
                Optional.ofNullable(row.getString("unit")), who(row.getObject("used_by", UUID.class)), instant(row.getTimestamp("completed_at")),
                row.getTimestamp("stored_at").toInstant(), row.getTimestamp("handed_at").toInstant(), who(row.getObject("custodian", UUID.class)),
                row.getLong("size_bytes"), row.getString("sha256"));
    }

    private Optional<Who> who(@Nullable UUID id) {
        return Optional.ofNullable(id).map(known -> new Who(known, register.person(known).map(Register.Person::name).orElse(known.toString())));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
