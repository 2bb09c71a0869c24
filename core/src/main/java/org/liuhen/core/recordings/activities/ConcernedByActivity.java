package org.liuhen.core.recordings.activities;

import java.util.Set;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of an activity concerns: the officers who took part, also those who were named first. */
record ConcernedByActivity(Known known, ActivityContext context) implements Concerned {

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
        return Activities.there(known, person) || known.opened().officers().stream().anyMatch(officer -> officer.id().equals(person));
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        return works(person) || finding.subject().equals(person.toString());
    }
}
