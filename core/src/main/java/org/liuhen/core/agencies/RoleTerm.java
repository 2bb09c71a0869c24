package org.liuhen.core.agencies;

import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.agencies.AgencyEvent.DeputyNamed;
import org.liuhen.core.agencies.AgencyEvent.RoleEnded;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/**
 * The days on which a person has a role.
 *
 * @param to the last legal day; open when absent
 * @param deputyFor whose role it is, where the person is a deputy
 */
public record RoleTerm(PersonId person, Role role, LocalDate from, Optional<LocalDate> to, Optional<PersonId> deputyFor) {

    static RoleTerm of(RoleGranted granted) {
        return new RoleTerm(granted.person(), granted.role(), granted.from(), granted.to(), Optional.empty());
    }

    static RoleTerm of(DeputyNamed named) {
        return new RoleTerm(named.person(), named.role(), named.from(), named.to(), Optional.of(named.of()));
    }

    /** Whether the person has the role on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last());
    }

    boolean overlaps(RoleTerm other) {
        return !from.isAfter(other.last()) && !other.from.isAfter(last());
    }

    boolean isOf(PersonId holder, Role held) {
        return person.equals(holder) && role == held;
    }

    /** The same where it is another's, or had not begun; else it ends that day. */
    RoleTerm after(RoleEnded end) {
        return isOf(end.person(), end.role()) && covers(end.on()) ? new RoleTerm(person, role, from, Optional.of(end.on()), deputyFor) : this;
    }

    private LocalDate last() {
        return to.orElse(LocalDate.MAX);
    }
}
