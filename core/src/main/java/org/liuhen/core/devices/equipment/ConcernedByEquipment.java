package org.liuhen.core.devices.equipment;

import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of a unit's equipment concerns: heads of units, custodians, the office that buys, and the administrators of the facilities. */
record ConcernedByEquipment(Actor actor, Function<PersonId, Set<Role>> register) implements Concerned {

    private static final Set<Role> ANSWERING = Set.of(Role.UNIT_HEAD, Role.CUSTODIAN, Role.OFFICE, Role.SYSTEM_ADMINISTRATOR);

    @Override
    public Set<Role> roles(PersonId person) {
        return register.apply(person);
    }

    @Override
    public boolean works(PersonId person) {
        return false; // it is nobody's act
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        return roles(person).stream().anyMatch(ANSWERING::contains);
    }
}
