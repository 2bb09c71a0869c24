package org.liuhen.core.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * What a decision on a device's life must know beside its history.
 *
 * @param now when the command is decided
 */
public record DeviceContext(Law law, Actor actor, Instant now, Register register) {

    /** How far the clock of whoever enters it may run ahead before a time is in the future. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** The agency's register on the day of the decision. */
    public interface Register {

        /** The person as an officer with his certificate, whether it is valid or not; empty without certificate. */
        Optional<Officer> officer(PersonId person);

        /** Whether the person is one of the agency. */
        boolean knows(PersonId person);

        /** The person's roles. */
        Set<Role> roles(PersonId person);

        /** Whether the unit is one of the agency. */
        boolean knows(UnitCode unit);

        /** Who is named for the devices of the unit (设备责任人), with whoever stands in. */
        List<PersonId> custodiansOfDevices(UnitCode unit);
    }

    /** The law of the day of a moment. */
    Rules rules(Instant at) {
        return law.on(LocalDate.ofInstant(at, law.zone()));
    }

    boolean inFuture(Instant moment) {
        return moment.isAfter(now.plus(AHEAD));
    }

    boolean inFuture(LocalDate day) {
        return day.isAfter(LocalDate.ofInstant(now.plus(AHEAD), law.zone()));
    }

    boolean byPerson() {
        return actor.kind() == Actor.Kind.PERSON;
    }

    /** Whether an officer asks, who acts for himself only. */
    boolean byOfficer() {
        return actor.role() == Role.OFFICER;
    }

    /** The law of today, for who may enter what. */
    Rules rules() {
        return rules(now);
    }

    /** The person who asks. @throws IllegalStateException if it is no person */
    PersonId person() {
        if (!byPerson()) throw new IllegalStateException("not a person: " + actor.id());
        return PersonId.parse(actor.id());
    }
}
