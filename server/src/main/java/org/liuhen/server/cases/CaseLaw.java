package org.liuhen.server.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.law.Templates;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Problem;
import org.springframework.stereotype.Component;

/** What a decision on a case must know beside its history: law, register, library of documents. */
@Component
public class CaseLaw {

    private final Register register;
    private final AgencyLaw laws;
    private final InstantSource clock;
    private final Templates templates = Templates.shipped();

    CaseLaw(Register register, AgencyLaw laws, InstantSource clock) {
        this.register = register;
        this.laws = laws;
        this.clock = clock;
    }

    /** The agency's law over time. @throws Problem if the agency must adopt its profile first */
    public Law law(String agency) {
        return laws.law(agency);
    }

    /** The law as the agency had adopted it at a past moment. */
    Law lawAsAt(String agency, Instant moment) {
        return laws.lawAsAt(agency, moment);
    }

    /** The library of documents. */
    public Templates templates() {
        return templates;
    }

    /** The library, as a decision asks it. */
    public CaseContext.Templates library() {
        return id -> templates.of(id);
    }

    /** For a command of this person, now. */
    public CaseContext context(String agency, Actor actor) {
        return context(agency, actor, clock.instant());
    }

    CaseContext context(String agency, Actor actor, Instant now) {
        return new CaseContext(law(agency), actor, now, new AgencyRegister(agency), library());
    }

    private final class AgencyRegister implements CaseContext.Register {

        private final String agency;

        AgencyRegister(String agency) {
            this.agency = agency;
        }

        @Override
        public Optional<Officer> officer(PersonId person) {
            return officer(register.certificate(person.value()));
        }

        @Override
        public Optional<Officer> officer(PersonId person, LocalDate day) {
            return officer(register.certificate(person.value(), day));
        }

        private Optional<Officer> officer(Optional<Register.Certificate> held) {
            return held.filter(certificate -> certificate.agency().equals(agency)).map(Register.Certificate::officer);
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
