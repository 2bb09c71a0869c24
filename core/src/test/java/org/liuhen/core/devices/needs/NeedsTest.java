package org.liuhen.core.devices.needs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.devices.needs.NeedCommand.CountCapabilities;
import org.liuhen.core.devices.needs.NeedCommand.StateSpecialNeed;
import org.liuhen.core.devices.needs.NeedEvent.SpecialNeedStated;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.law.Authority;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/** What a unit's work needs, what its devices can do, and what the five texts find between the two. */
final class NeedsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final UnitCode UNIT = new UnitCode("zf1");
    private static final Actor HEAD = Actor.person(new PersonId(new UUID(0, 1)), "负责人", Role.UNIT_HEAD);
    private static final Actor CLOCK = Actor.system("special-need-clock");

    @ParameterizedTest(name = "{0}: needs {1}, has {2}: {3}")
    @CsvSource({
        "SQ, EXPLOSION_PROOF,              ,             explosionProof SQ-M-28",
        "SQ, EXPLOSION_PROOF NIGHT_VISION, NIGHT_VISION, explosionProof SQ-M-28",
        "SQ, NIGHT_VISION,                 NIGHT_VISION, ''",
        "SQ, LIVE_UPLOAD,                  ,             realTimeUpload SQ-M-28",
        "LX, LIVE_UPLOAD,                  ,             ''",
        "LX, POSITIONING NIGHT_VISION,     ,             'nightVision LX-28, positioning LX-28'",
        "SQ, ,                             ,             ''",
        "AJ, EXPLOSION_PROOF,              ,             ''",
    })
    void what_no_device_can_do_is_found(String agency, String needs, String held, String expected) {
        var state = Needs.evolve(new NeedState.Absent(), only(Needs.decide(new NeedState.Absent(), need(needs), HEAD)), NOW);
        for (var event : events(Needs.decide(state, new CountCapabilities(capabilities(held)), CLOCK))) state = Needs.evolve(state, event, NOW);
        var found = SpecialNeedMet.assess(assertInstanceOf(Stated.class, state), TestLaw.of(agency), NOW).findings();
        assertEquals(expected, found.stream().map(one -> one.key().occurrence() + " " + (one.authority() instanceof Authority.Article(var id) ? id.value() : ""))
                .collect(Collectors.joining(", ")));
    }

    @Test
    void a_statement_replaces_the_one_before_and_only_the_program_counts() {
        NeedState absent = new NeedState.Absent();
        assertEquals("no-such-need", code(Needs.decide(absent, new CountCapabilities(List.of()), CLOCK)));
        assertEquals("person-only", code(Needs.decide(absent, need("NIGHT_VISION"), CLOCK)));
        assertEquals("empty", code(Needs.decide(absent, new StateSpecialNeed(UNIT, List.of(), " "), HEAD)));
        var stated = Needs.evolve(absent, only(Needs.decide(absent, need("NIGHT_VISION"), HEAD)), NOW);
        assertEquals(List.of(), events(Needs.decide(stated, need("NIGHT_VISION"), HEAD)));
        assertEquals("program-only", code(Needs.decide(stated, new CountCapabilities(List.of()), HEAD)));
        assertEquals(List.of(), events(Needs.decide(stated, new CountCapabilities(List.of()), CLOCK)));
        var other = assertInstanceOf(Stated.class, Needs.evolve(stated, only(Needs.decide(stated, need("POSITIONING"), HEAD)), NOW));
        assertEquals(List.of(Capability.POSITIONING), other.lacking());
    }

    @Test
    void a_destroyed_first_statement_leaves_a_tombstone_and_a_later_one_leaves_what_stood_before() {
        var destroyed = new Destroyed(SpecialNeedStated.class.getSimpleName());
        var tombstone = Needs.evolve(new NeedState.Absent(), destroyed, NOW);
        assertEquals("need-destroyed", code(Needs.decide(tombstone, need("POSITIONING"), HEAD)));
        var stated = Needs.evolve(new NeedState.Absent(), only(Needs.decide(new NeedState.Absent(), need("POSITIONING"), HEAD)), NOW);
        assertEquals(stated, Needs.evolve(stated, destroyed, NOW));
        assertThrows(CorruptStream.class, () -> Needs.evolve(new NeedState.Absent(), new NeedEvent.CapabilitiesHeld(List.of()), NOW));
    }

    private static StateSpecialNeed need(String needs) {
        return new StateSpecialNeed(UNIT, capabilities(needs), "夜间巡查");
    }

    private static List<Capability> capabilities(String words) {
        return Optional.ofNullable(words).stream().flatMap(all -> Arrays.stream(all.split(" "))).map(Capability::valueOf).toList();
    }

    private static List<NeedEvent> events(Decision<NeedEvent, NeedRefusal> decision) {
        return decision instanceof Decision.Accepted<NeedEvent, NeedRefusal>(var events) ? events : List.of();
    }

    private static NeedEvent only(Decision<NeedEvent, NeedRefusal> decision) {
        return events(decision).getFirst();
    }

    private static String code(Decision<NeedEvent, NeedRefusal> decision) {
        return decision instanceof Decision.Refused<NeedEvent, NeedRefusal>(var refusal) ? refusal.code() : "";
    }
}
