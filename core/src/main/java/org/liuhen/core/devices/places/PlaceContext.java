package org.liuhen.core.devices.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.devices.DeviceStatus;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * What a decision on a place must know beside its history.
 *
 * @param now when the command is decided
 */
public record PlaceContext(Law law, Actor actor, Instant now, Register register) {

    /** How far the clock of whoever enters it may run ahead before a time is in the future. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** The agency's register on the day of the decision. */
    public interface Register {

        /** The person's roles. */
        Set<Role> roles(PersonId person);

        /** Whether the unit is one of the agency. */
        boolean knows(UnitCode unit);

        /** The device as it is now; empty where the agency has none of that id. */
        Optional<Device> device(DeviceId device);
    }

    /**
     * A device of the register.
     *
     * @param portable carried along, or fixed in a room or at a window
     * @param place where it stands now
     */
    public record Device(boolean portable, DeviceStatus status, Optional<PlaceId> place) {}

    boolean inFuture(Instant moment) {
        return moment.isAfter(now.plus(AHEAD));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now.plus(AHEAD), law.zone());
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
