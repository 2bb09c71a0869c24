package org.liuhen.core.recordings.activities;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * What a decision must know beside the activity's own history.
 *
 * @param now when the command is decided
 */
public record ActivityContext(Law law, Actor actor, Instant now, Register register) {

    /** How far a device's clock may run ahead before a time is in the future. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** The agency's register on the day of the decision. */
    public interface Register {

        /** The person as an officer with his certificate, whether it is valid or not; empty without certificate. */
        Optional<Officer> officer(PersonId person);

        /** The person's roles. */
        Set<Role> roles(PersonId person);

        /** Whether the unit is one of the agency. */
        boolean knows(UnitCode unit);

        /** The explosion-proof devices (防爆设备) of the unit that are there and work, by number. */
        List<DeviceNumber> explosionProof(UnitCode unit);

        /** The version of the agency's guide to what is said that is in force on a day; empty where it has confirmed none. */
        Optional<GuideVersion> guide(LocalDate day);

        /** When the person left out recordings on a ground before, in the order of time. */
        List<Instant> exempted(PersonId person, String ground);
    }

    /** The law of the day of a moment. */
    Rules rules(Instant at) {
        return law.on(LocalDate.ofInstant(at, law.zone()));
    }

    boolean inFuture(Instant moment) {
        return moment.isAfter(now.plus(AHEAD));
    }

    boolean byPerson() {
        return actor.kind() == Actor.Kind.PERSON;
    }

    /** The person who asks. @throws IllegalStateException if it is no person */
    PersonId person() {
        if (!byPerson()) throw new IllegalStateException("not a person: " + actor.id());
        return PersonId.parse(actor.id());
    }
}
