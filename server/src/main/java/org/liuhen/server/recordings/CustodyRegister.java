package org.liuhen.server.recordings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.CustodyContext;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** The register and the check-outs of devices, as a decision on the custody of a recording asks them. */
@Component
public class CustodyRegister {

    private final Register register;
    private final AgencyRows rows;

    CustodyRegister(Register register, AgencyRows rows) {
        this.register = register;
        this.rows = rows;
    }

    CustodyContext.Register of(String agency, HandedIn recording) {
        var use = use(agency, recording);
        return new CustodyContext.Register() {
            @Override
            public Set<Role> roles(PersonId person) {
                return register.rolesToday(agency, person);
            }

            @Override
            public Optional<PersonId> usedBy() {
                return use.map(Use::person);
            }

            @Override
            public Optional<Instant> checkedInAt() {
                return use.flatMap(Use::until);
            }
        };
    }

    /**
     * Who had a device out.
     *
     * @param until absent while he has it
     */
    public record Use(PersonId person, Instant since, Optional<Instant> until) {}

    /** The use of its device that the recording was completed in, by the corrected clock; empty where nobody had it, or no time is known. */
    public Optional<Use> use(String agency, HandedIn recording) {
        return recording.completedAt().flatMap(at -> use(agency, recording.facts().device(), at));
    }

    private Optional<Use> use(String agency, DeviceId device, Instant at) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select person, since, until from device_holding
                where agency = :agency and device = :device and how = 'uses' and since <= :at and (until is null or until >= :at)
                order by since desc limit 1
                """).param("agency", agency).param("device", device.value()).param("at", Timestamp.from(at))
                .query((row, _) -> new Use(new PersonId(row.getObject("person", UUID.class)), row.getTimestamp("since").toInstant(),
                        instant(row.getTimestamp("until")))).optional());
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
