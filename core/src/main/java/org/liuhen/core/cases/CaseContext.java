package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * What a decision must know beside the case's own history.
 *
 * @param now when the command is decided
 */
public record CaseContext(Law law, Actor actor, Instant now, Register register, Templates templates) {

    /** How far a device's clock may run ahead before a time is in the future. */
    public static final java.time.Duration AHEAD = java.time.Duration.ofMinutes(5);

    /** The agency's register on the day of the decision. */
    public interface Register {

        /** The person as an officer with his certificate, whether it is valid or not; empty without certificate. */
        Optional<Officer> officer(PersonId person);

        /** The same with the certificate that is valid on this day, where he has had one: a renewed certificate does not undo the old. */
        Optional<Officer> officer(PersonId person, LocalDate day);

        /** The name of a person of the register. */
        Optional<String> name(PersonId person);

        /** The roles that the person has on this day, deputies' included. */
        Set<Role> roles(PersonId person, LocalDate day);

        /** Whether the unit is one of the agency. */
        boolean knows(UnitCode unit);

        /** Whether the unit acts under an entrustment that is valid on this day (LX-31); true for units of the agency itself. */
        boolean entrusted(UnitCode unit, LocalDate day);
    }

    /** The library of documents. */
    public interface Templates {

        /** The template in force. */
        Optional<Template> template(TemplateId id);
    }

    /** Today, in the agency's zone. */
    public LocalDate today() {
        return day(now);
    }

    /** The legal day of a moment. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, law.zone());
    }

    /** The law of today. */
    public Rules rules() {
        return law.on(today());
    }

    /** Whether the moment is in the future. */
    public boolean inFuture(Instant moment) {
        return moment.isAfter(now.plus(AHEAD));
    }

    /** The person who asks. @throws IllegalStateException if it is no person */
    public PersonId person() {
        if (actor.kind() != Actor.Kind.PERSON) throw new IllegalStateException("not a person: " + actor.id());
        return PersonId.parse(actor.id());
    }
}
