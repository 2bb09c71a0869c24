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
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.Templates;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a decision on a case must know beside its history: law, register, library of documents. */
@Component
public class CaseLaw {

    private final Register register;
    private final Journal journal;
    private final InstantSource clock;
    private final Templates templates = Templates.shipped();
    private final Map<Adopted, Law> laws = new ConcurrentHashMap<>();

    CaseLaw(Register register, Journal journal, InstantSource clock) {
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    private record Adopted(AgencyCode agency, Optional<LocalDate> activation) {}

    /**
     * The agency's law over time.
     *
     * @throws Problem if the agency must adopt its profile first, for entries whose text does not print their day
     */
    public Law law(String agency) {
        return law(new Adopted(new AgencyCode(agency), register.activation(agency)));
    }

    /** The law as the agency had adopted it at a past moment. */
    Law lawAsAt(String agency, Instant moment) {
        var adopted = register.agency(agency).stream().flatMap(known -> journal.readAsAt(known.stream(), moment).stream())
                .flatMap(recorded -> recorded.fact() instanceof AgencyEvent.ProfileAdopted profile ? Stream.of(profile) : Stream.empty())
                .reduce((_, later) -> later);
        return law(new Adopted(new AgencyCode(agency), adopted.flatMap(AgencyEvent.ProfileAdopted::activation)));
    }

    private Law law(Adopted adopted) {
        if (adopted.activation().isEmpty() && Profile.of(adopted.agency()).needsActivation()) throw notAdopted();
        return laws.computeIfAbsent(adopted, of -> Profile.law(of.agency(), of.activation()));
    }

    private static Problem notAdopted() {
        return Problem.of(HttpStatus.CONFLICT, "no-profile", "本机关尚未启用制度参数", "The agency has not adopted its profile")
                .because("制度中有未载明施行日期的条款，启用时须填写。", "The day from which some articles count is entered with the adoption.")
                .next("请系统管理员在机关登记中启用制度参数。", "Ask the system administrator to adopt the profile in the agency's register.");
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
            return officer(person, register.certificate(person.value()));
        }

        @Override
        public Optional<Officer> officer(PersonId person, LocalDate day) {
            return officer(person, register.certificate(person.value(), day));
        }

        private Optional<Officer> officer(PersonId person, Optional<Register.Certificate> held) {
            return held.filter(certificate -> certificate.agency().equals(agency))
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
