package org.liuhen.server.recordings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.CustodyContext;
import org.liuhen.core.recordings.RecordingCommand.TellDelays;
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
    private final DelayTables delays;
    private final AgencyRows rows;

    CustodyRegister(Register register, DelayTables delays, AgencyRows rows) {
        this.register = register;
        this.delays = delays;
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
                return use.flatMap(Use::back);
            }
        };
    }

    /**
     * Who had a device out.
     *
     * @param until absent while he has it
     * @param out when the device was taken, by him or whoever handed it on to him
     * @param back when the device came back, from him or whoever he handed it on to; absent while it is out
     */
    public record Use(PersonId person, Instant since, Optional<Instant> until, Instant out, Optional<Instant> back) {}

    /** What is known of the time out in which a recording was made. */
    TellDelays told(String agency, HandedIn recording) {
        var use = use(agency, recording);
        return new TellDelays(use.map(Use::out), use.flatMap(Use::back), delays.of(agency, recording.facts().device()));
    }

    /** The use of its device that the recording was completed in, by the corrected clock; empty where nobody had it, or no time is known. */
    public Optional<Use> use(String agency, HandedIn recording) {
        return recording.completedAt().flatMap(at -> use(agency, recording.facts().device(), at));
    }

    private Optional<Use> use(String agency, DeviceId device, Instant at) {
        return rows.of(agency, jdbc -> {
            var uses = jdbc.sql("""
                    select person, since, until from device_holding where agency = :agency and device = :device and how = 'uses' order by since, version
                    """).param("agency", agency).param("device", device.value()).query((row, _) -> new Held(
                    new PersonId(row.getObject("person", UUID.class)), row.getTimestamp("since").toInstant(), instant(row.getTimestamp("until"))))
                    .list();
            return uses.stream().filter(one -> !one.since().isAfter(at) && one.until().filter(at::isAfter).isEmpty()).reduce((_, later) -> later)
                    .map(one -> one.within(uses));
        });
    }

    private record Held(PersonId person, Instant since, Optional<Instant> until) {

        /** Handed on means out still: one begins when the other ends. */
        Use within(List<Held> all) {
            var out = since;
            var back = until;
            for (var at = all.indexOf(this) - 1; at >= 0 && all.get(at).until().equals(Optional.of(out)); at--) out = all.get(at).since();
            for (var at = all.indexOf(this) + 1; at < all.size() && back.equals(Optional.of(all.get(at).since())); at++) back = all.get(at).until();
            return new Use(person, since, until, out, back);
        }
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
