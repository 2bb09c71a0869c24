package org.liuhen.core.agencies;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.agencies.AgencyEvent.DeputyNamed;
import org.liuhen.core.agencies.AgencyEvent.RoleEnded;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyRefusal.Entry;
import org.liuhen.core.agencies.AgencyState.Registered;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides who has which role on which days. */
final class RoleBook {

    private RoleBook() {}

    static Decision<AgencyEvent, AgencyRefusal> grant(Registered register, RoleGranted facts) {
        return begin(register, RoleTerm.of(facts), facts);
    }

    static Decision<AgencyEvent, AgencyRefusal> nameDeputy(Registered register, DeputyNamed facts) {
        if (facts.person().equals(facts.of())) return refuse(new AgencyRefusal.OwnDeputy());
        var held = register.roles().stream().anyMatch(term -> term.isOf(facts.of(), facts.role()) && term.covers(facts.from()));
        if (!held && facts.role().grantable()) return refuse(new AgencyRefusal.RoleNotHeld(facts.role(), facts.from()));
        return begin(register, RoleTerm.of(facts), facts);
    }

    private static Decision<AgencyEvent, AgencyRefusal> begin(Registered register, RoleTerm asked, AgencyEvent facts) {
        if (!asked.role().grantable()) return refuse(new AgencyRefusal.RoleNotGrantable(asked.role()));
        if (!register.people().containsKey(asked.person())) return refuse(personUnknown(asked.person()));
        if (asked.to().isPresent() && asked.to().get().isBefore(asked.from())) return refuse(new AgencyRefusal.DaysReversed());
        if (register.roles().contains(asked)) return nothing();
        var conflict = register.roles().stream()
                .filter(held -> held.person().equals(asked.person()) && held.role() != asked.role() && held.overlaps(asked))
                .filter(held -> administrates(held.role()) || administrates(asked.role()))
                .findFirst();
        return conflict.isPresent()
                ? refuse(new AgencyRefusal.RolesNotTogether(conflict.get().role(), asked.role()))
                : accept(facts);
    }

    static Decision<AgencyEvent, AgencyRefusal> end(Registered register, RoleEnded facts) {
        var terms = register.roles().stream().filter(term -> term.isOf(facts.person(), facts.role()) && term.covers(facts.on())).toList();
        if (terms.isEmpty()) return refuse(new AgencyRefusal.RoleNotHeld(facts.role(), facts.on()));
        if (terms.stream().allMatch(term -> term.to().equals(Optional.of(facts.on())))) return nothing();
        if (administrates(facts.role()) && !heldByAnother(register, facts.person(), facts.role(), facts.on().plusDays(1))) {
            return refuse(new AgencyRefusal.LastAdministrator(facts.role()));
        }
        return accept(facts);
    }

    private static boolean heldByAnother(Registered register, PersonId person, Role role, LocalDate day) {
        return register.roles().stream().anyMatch(term -> !term.person().equals(person) && term.role() == role && term.covers(day));
    }

    static AgencyRefusal personUnknown(PersonId person) {
        return new AgencyRefusal.NotRegistered(Entry.PERSON, person.toString());
    }

    private static boolean administrates(Role role) {
        return switch (role) {
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> true;
            case OFFICER, CUSTODIAN, UNIT_HEAD, LEGAL_SECTION, OFFICE, PERSON_IN_CHARGE, FINANCE, SUPERVISION, STATION,
                    SYSTEM -> false;
        };
    }
}
