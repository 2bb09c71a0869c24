package org.liuhen.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liuhen.core.cases.Assessor;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Role;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.formats.events.Payload;
import org.liuhen.formats.law.Profile;

/**
 * A case that nobody had, as the journal keeps it. The same number is the same case; the kinds are mixed as the five agencies' work is.
 *
 * @param events the bytes of each, in their order
 */
record MadeUpCase(CaseId id, AgencyCode agency, List<Stored> events) {

    /** A payload with what the leaf says of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and written once
    record Stored(String type, int typeVersion, Instant recordedAt, byte[] bytes) {
        Event event() {
            return Payload.read(type, typeVersion, bytes).event();
        }
    }

    /** After the last of them. */
    static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    /** Every agency's work, a kind as often as it stands here. */
    private static final Map<AgencyCode, List<CaseKind>> WORK = Map.of(
            new AgencyCode("SQ"), List.of(CaseKind.PENALTY, CaseKind.PENALTY, CaseKind.PENALTY, CaseKind.INSPECTION, CaseKind.LICENCE),
            new AgencyCode("CL"), List.of(CaseKind.PENALTY, CaseKind.PENALTY, CaseKind.CHARGE, CaseKind.COERCION, CaseKind.LICENCE),
            new AgencyCode("LX"), List.of(CaseKind.PENALTY, CaseKind.PENALTY, CaseKind.COERCION, CaseKind.LICENCE, CaseKind.INSPECTION),
            new AgencyCode("WD"), List.of(CaseKind.PENALTY, CaseKind.LICENCE, CaseKind.LICENCE, CaseKind.INSPECTION),
            new AgencyCode("AJ"), List.of(CaseKind.PENALTY, CaseKind.PENALTY, CaseKind.INSPECTION, CaseKind.DAILY_INSPECTION));

    private static final List<AgencyCode> AGENCIES = WORK.keySet().stream().sorted().toList();
    private static final LocalDate ACTIVATED = LocalDate.of(2024, 1, 1);
    private static final long SEED = 0x9e3779b97f4a7c15L;

    /** The law of each agency, as it is shipped. */
    static final Map<AgencyCode, Law> LAWS = AGENCIES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
            agency -> Profile.law(agency, Profile.of(agency).needsActivation() ? Optional.of(ACTIVATED) : Optional.empty())));

    /** The case of that number, of any agency. */
    static MadeUpCase of(long number) {
        var random = new SplittableRandom(number * SEED);
        return of(random, AGENCIES.get(random.nextInt(AGENCIES.size())));
    }

    /** The case of that number, of this agency. */
    static MadeUpCase of(long number, AgencyCode agency) {
        return of(new SplittableRandom(number * SEED), agency);
    }

    private static MadeUpCase of(SplittableRandom random, AgencyCode agency) {
        var kinds = WORK.getOrDefault(agency, List.of());
        var kind = kinds.get(random.nextInt(kinds.size()));
        var script = new CaseScript(random);
        var id = new CaseId(script.id());
        CaseCourses.write(script, id, kind, law(agency));
        var handler = script.handlers().getFirst();
        var actor = Actor.person(handler.id(), handler.name(), Role.OFFICER);
        var events = script.lines().stream().map(line -> stored(line.event(), line.at(), actor, script.id())).toList();
        return new MadeUpCase(id, agency, events);
    }

    static Stored stored(Event event, Instant at, Actor actor, UUID command) {
        var type = EventTypes.typeOf(event);
        return new Stored(type, EventTypes.versionOf(type), at, new Payload(actor, Optional.empty(), command, event, at, Duration.ZERO).write());
    }

    /** The case as its events have made it, read from their bytes. */
    CaseState.Begun begun() {
        CaseState state = new CaseState.Absent();
        for (var one : events) state = Cases.evolve(state, one.event(), one.recordedAt());
        if (state instanceof CaseState.Begun begun) return begun;
        throw new IllegalStateException("no case: " + id);
    }

    /** A case that the program has judged, and when the judgement can next change by itself. */
    record Judged(MadeUpCase made, Optional<Instant> nextChangeAt) {}

    /** With its findings among its events, noted by the program the night after the last act. */
    Judged judged() {
        var begun = begun();
        var assessment = Assessor.assess(begun, law(agency), NOW);
        var night = events.getLast().recordedAt().plus(Duration.ofHours(12));
        var all = new ArrayList<>(events);
        begun.findings().changes(assessment, law(agency).digest()).ifPresent(note -> note.raised().forEach(raised ->
                all.add(stored(new FindingEvent.FindingRaised(raised), night, Actor.system("case-clock"), id.value()))));
        return new Judged(new MadeUpCase(id, agency, List.copyOf(all)), assessment.nextChangeAt());
    }

    static Law law(AgencyCode agency) {
        var law = LAWS.get(agency);
        if (law == null) throw new IllegalArgumentException("no case is of " + agency);
        return law;
    }
}
