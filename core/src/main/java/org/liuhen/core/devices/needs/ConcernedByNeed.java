package org.liuhen.core.devices.needs;

import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/**
 * Whom a finding of a unit's special need concerns: who stated it. Custodians, heads of units and the office explain as well, and judge nothing.
 *
 * @param register the roles of a person today
 */
public record ConcernedByNeed(Stated unit, Actor actor, Function<PersonId, Set<Role>> register) implements Concerned {

    @Override
    public Set<Role> roles(PersonId person) {
        return register.apply(person);
    }

    @Override
    public boolean works(PersonId person) {
        return unit.need().by().equals(person);
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        var roles = roles(person);
        return works(person) || roles.contains(Role.CUSTODIAN) || roles.contains(Role.UNIT_HEAD) || roles.contains(Role.OFFICE);
    }
}
