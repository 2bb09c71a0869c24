package org.liuhen.core.recordings.handover;

import java.util.Set;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.recordings.handover.HandOverState.Open;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of a month's hand-over concerns: the specialist. The head of the unit explains as well. */
public record ConcernedByHandOver(Open open, HandOverContext context) implements Concerned {

    @Override
    public Actor actor() {
        return context.actor();
    }

    @Override
    public Set<Role> roles(PersonId person) {
        return context.register().roles(person);
    }

    @Override
    public boolean works(PersonId person) {
        return open.opened().specialist().equals(person);
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        return works(person) || roles(person).contains(Role.UNIT_HEAD);
    }
}
