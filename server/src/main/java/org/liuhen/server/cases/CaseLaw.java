package org.liuhen.server.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.cases.Officer;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.Templates;
import org.liuhen.server.agencies.Register;
import org.springframework.stereotype.Component;

/** What a decision on a case must know beside its history: law, register, library of documents. */
@Component
class CaseLaw {

    private final Register register;
    private final InstantSource clock;
    private final Templates templates = Templates.shipped();
    private final Map<String, Law> laws = new ConcurrentHashMap<>();

    CaseLaw(Register register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The agency's law over time. */
    Law law(String agency) {
        return laws.computeIfAbsent(agency, code -> Profile.law(new AgencyCode(code), register.activation(code)));
    }

    /** The library of documents. */
    Templates templates() {
        return templates;
    }

    /** For a command of this person, now. */
    CaseContext context(String agency, Actor actor) {
        return context(agency, actor, clock.instant());
    }

    CaseContext context(String agency, Actor actor, Instant now) {
        return new CaseContext(law(agency), actor, now, new AgencyRegister(agency), id -> templates.of(id));
    }

    private final class AgencyRegister implements CaseContext.Register {

        private final String agency;

        AgencyRegister(String agency) {
            this.agency = agency;
        }

        @Override
        public Optional<Officer> officer(PersonId person) {
            return register.certificate(person.value()).filter(certificate -> certificate.agency().equals(agency))
                    .map(certificate -> new Officer(person, certificate.name(), certificate.number(), certificate.from(), certificate.to(),
                            new UnitCode(certificate.unit())));
        }

        @Override
        public Optional<String> name(PersonId person) {
            return person(person.value()).map(Register.Person::name);
        }

        @Override
        public Set<Role> roles(PersonId person, LocalDate day) {
            if (person(person.value()).isEmpty()) return Set.of();
            return register.roles(person.value(), day).stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean knows(UnitCode unit) {
            return register.units(agency).stream().anyMatch(known -> known.code().equals(unit.value()));
        }

        @Override
        public boolean entrusted(UnitCode unit, LocalDate day) {
            return register.entrusted(agency, unit.value(), day);
        }

        private Optional<Register.Person> person(UUID id) {
            return register.person(id).filter(known -> known.agency().equals(agency));
        }
    }
}
