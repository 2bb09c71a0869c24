package org.liuhen.core.devices;

import java.util.Set;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.findings.Concerned;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Whom a finding of a device concerns: who manages it or ever had it. Custodians and heads of units explain as well, and judge nothing. */
record ConcernedByDevice(Registered device, DeviceContext context) implements Concerned {

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
        var keeping = device.life().keeping();
        return keeping.manager().filter(person::equals).isPresent()
                || keeping.assignments().stream().anyMatch(assigned -> assigned.officer().id().equals(person))
                || keeping.outings().stream().anyMatch(outing -> outing.out().officer().id().equals(person)
                        || outing.handed().stream().anyMatch(handed -> handed.to().id().equals(person)));
    }

    @Override
    public boolean named(FindingKey finding, PersonId person) {
        var roles = roles(person);
        return works(person) || roles.contains(Role.CUSTODIAN) || roles.contains(Role.UNIT_HEAD);
    }
}
