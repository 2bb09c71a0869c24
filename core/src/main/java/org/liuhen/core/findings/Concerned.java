package org.liuhen.core.findings;

import java.util.Set;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding concerns, as the stream and the register of the day of the decision have it. */
public interface Concerned {

    /** Who asks. */
    Actor actor();

    /** The person's roles on this day. */
    Set<Role> roles(PersonId person);

    /** Whether the person does the work that the stream records: such a person judges none of its findings. */
    boolean works(PersonId person);

    /** Whether the finding is about what the person did: such a person may explain it, and appeal. */
    boolean named(FindingKey finding, PersonId person);
}
