package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision.Accepted;
import org.liuhen.core.values.Decision.Refused;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;

/**
 * A case on the bench: given what happened, when somebody asks for something, then this follows. It is a penalty case of ZHANG
 * and LI that was opened on 1 April 2026 at 9:00; today is 20 April 2026, noon; ZHANG asks.
 */
public final class CaseSpec {

    /** The case's id. */
    public static final CaseId CASE = new CaseId(new UUID(0, 1));

    private final Law law;
    private final Map<TemplateId, Template> library = new HashMap<>();
    private CaseState state = new CaseState.Absent();
    private Instant now = at("04-20T12:00");
    private PersonId actor = TestPeople.ZHANG;

    private CaseSpec(Law law) {
        this.law = law;
    }

    /** A case that was opened under the law of SQ, CL, LX, WD or AJ. */
    public static CaseSpec under(String agency) {
        return under(TestLaw.of(agency));
    }

    /** A case that was opened under this law. */
    public static CaseSpec under(Law law) {
        return unopened(law).given(opened(CaseKind.PENALTY, Procedure.ORDINARY, Origin.EX_OFFICIO));
    }

    /** No case yet. */
    public static CaseSpec unopened(Law law) {
        return new CaseSpec(law);
    }

    /** The opening of a case of another kind. */
    public static LifeEvent.CaseOpened opened(CaseKind kind, Procedure procedure, Origin origin) {
        return new LifeEvent.CaseOpened(CASE, kind, procedure, origin, "涉嫌销售不合格商品", TestPeople.UNIT,
                List.of(TestPeople.officerOf(TestPeople.ZHANG), TestPeople.officerOf(TestPeople.LI)), Optional.empty(),
                Optional.empty(), at("04-01T09:00"), digest(0));
    }

    /** A moment of 2026 in the agency's zone: {@code 04-20T12:00}. */
    public static Instant at(String monthDayTime) {
        return LocalDateTime.parse("2026-" + monthDayTime).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    /** A day of 2026: {@code 04-20}. */
    public static LocalDate day(String monthDay) {
        return LocalDate.parse("2026-" + monthDay);
    }

    /** Some content. */
    public static Digest digest(int number) {
        return Digest.sha256(new byte[] {(byte) number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
                21, 22, 23, 24,
            25, 26, 27, 28, 29, 30, 31});
    }

    /** The library has this template, in the place of an earlier one of that id. */
    public CaseSpec library(Template... templates) {
        for (var template : templates) library.put(template.id(), template);
        return this;
    }

    /** The library has no such template any more. */
    public CaseSpec without(TemplateId template) {
        library.remove(template);
        return this;
    }

    /** This happened, and the server knew it at once. */
    public CaseSpec given(Event... events) {
        for (var event : events) state = Cases.evolve(state, event, now);
        return this;
    }

    /** Somebody else asks from now on. */
    public CaseSpec by(PersonId person) {
        actor = person;
        return this;
    }

    /** It is later, or earlier. */
    public CaseSpec now(String monthDayTime) {
        now = at(monthDayTime);
        return this;
    }

    /** Commands that are taken, each with what follows. */
    public CaseSpec done(Command... commands) {
        for (var command : commands) given(when(command).events().toArray(Event[]::new));
        return this;
    }

    /** What is decided. */
    public Answer when(Command command) {
        return new Answer(Cases.decide(state, command, context()));
    }

    /** The case as it stands. */
    public Begun begun() {
        return assertInstanceOf(Begun.class, state);
    }

    /** What a decision knows beside the case. */
    public CaseContext context() {
        var role = new TestPeople().roles(actor, day("04-20")).stream().findFirst().orElse(Role.OFFICER);
        return new CaseContext(law, Actor.person(actor, TestPeople.nameOf(actor), role), now, new TestPeople(),
                id -> Optional.ofNullable(library.get(id)));
    }

    /** The answer to a command. */
    public record Answer(Decision<Event, Refusal> decision) {

        /** These events follow, no others. */
        public void then(Event... events) {
            assertEquals(List.of(events), events());
        }

        /** It was done before. */
        public void thenNothing() {
            assertEquals(List.of(), events());
        }

        /** It cannot be. */
        public void thenRefused(String code) {
            assertEquals(code, refused().code(), () -> refused().toString());
        }

        /** It must wait for what these articles ask for; {@code product} for what the product asks for. */
        public void thenMissing(String... articles) {
            assertEquals("incomplete", refusal().code(), () -> refusal().toString());
            assertEquals(Arrays.stream(articles).sorted().toList(), cited(refusal().missing()), () -> refusal().toString());
        }

        /** The events. */
        public List<Event> events() {
            if (decision instanceof Accepted<Event, Refusal>(var events)) return new ArrayList<>(events);
            throw new AssertionError(decision.toString());
        }

        /** The refusal of what was asked of the case itself. */
        public CaseRefusal refusal() {
            return assertInstanceOf(CaseRefusal.class, refused());
        }

        private Refusal refused() {
            if (decision instanceof Refused<Event, Refusal>(var refusal)) return refusal;
            throw new AssertionError(decision.toString());
        }

        /** What is missing by article, in order. */
        public static List<String> cited(List<Missing> missing) {
            return missing.stream()
                    .map(item -> item.authority().cited())
                    .sorted()
                    .toList();
        }
    }
}
