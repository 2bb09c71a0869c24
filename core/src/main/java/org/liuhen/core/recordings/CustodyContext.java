package org.liuhen.core.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/**
 * What a decision on the custody of a recording must know beside its history.
 *
 * @param now when the command is decided
 */
public record CustodyContext(Law law, Actor actor, Instant now, Register register) {

    /** How far the clock of whoever enters it may run ahead before a time is in the future. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** The agency's register and its devices, as they are at the decision. */
    public interface Register {

        /** The person's roles; none of somebody who is not of the agency. */
        Set<Role> roles(PersonId person);

        /** Who had the device out when the recording was made. */
        Optional<PersonId> usedBy();

        /** When that use of the device ended. */
        Optional<Instant> checkedInAt();
    }

    boolean inFuture(Instant moment) {
        return moment.isAfter(now.plus(AHEAD));
    }

    /** The person who asks. @throws IllegalStateException if it is no person */
    PersonId person() {
        if (actor.kind() != Actor.Kind.PERSON) throw new IllegalStateException("not a person: " + actor.id());
        return PersonId.parse(actor.id());
    }
}
