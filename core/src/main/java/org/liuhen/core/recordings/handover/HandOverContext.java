package org.liuhen.core.recordings.handover;

import java.util.Set;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** What a decision must know beside the history of the hand-over. */
public record HandOverContext(Actor actor, Register register) {

    /** The agency's register on the day of the decision. */
    public interface Register {

        /** The person's roles; none of somebody who is not of the agency. */
        Set<Role> roles(PersonId person);
    }
}
