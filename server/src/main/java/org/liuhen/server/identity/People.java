package org.liuhen.server.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Role;
import org.liuhen.server.agencies.Register;
import org.springframework.stereotype.Component;

/** Who somebody is, by the register as it is today: a role that ended yesterday opens nothing today. */
@Component
class People {

    /** In which legal days begin and end. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Register register;
    private final Accounts accounts;

    People(Register register, Accounts accounts) {
        this.register = register;
        this.accounts = accounts;
    }

    /** Who asks with that session; empty without a role that is valid today. */
    Optional<Caller> caller(Sessions.Session session, Instant now) {
        return accounts.find(session.username())
            .flatMap(account -> register.person(account.person().value()))
            .flatMap(person -> {
                var roles = EnumSet.noneOf(Role.class);
                register.roles(person.id(), now.atZone(ZONE).toLocalDate()).forEach(word -> roles.add(Role.of(word)));
                return roles.isEmpty() ? Optional.empty() : Optional.of(new Caller(person.agency(), Actor.Kind.PERSON, person.id(), person.name(), person.unit(),
                    roles, roles.iterator().next(), session.expiresAt()));
            });
    }

    /** The register's entry of a person who is signed in. */
    Register.Person person(Caller caller) {
        return register.person(caller.id()).orElseThrow(() -> new IllegalStateException("signed in, and not in the register: " + caller.id()));
    }

    String agencyName(Caller caller) {
        return register.agency(caller.agency()).map(Register.Agency::name).orElse(caller.agency());
    }

    String unitName(Caller caller, String unit) {
        return register.unitName(caller.agency(), unit);
    }
}
