package org.liuhen.core.devices.places;

import java.util.Set;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of a place concerns: who checked its record. Custodians, heads of units and the office explain as well, and judge nothing. */
record ConcernedByPlace(Known place, PlaceContext context) implements Concerned {

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
        return place.checks().stream().anyMatch(check -> check.by().equals(person));
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        var roles = roles(person);
        return works(person) || roles.contains(Role.CUSTODIAN) || roles.contains(Role.UNIT_HEAD) || roles.contains(Role.OFFICE);
    }
}
