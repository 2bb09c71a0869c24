package org.liuhen.core.devices.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.devices.DeviceStatus;
import org.liuhen.core.devices.places.PlaceContext.Device;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.devices.places.rules.PlaceRules;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/**
 * A place in words: {@code 02 window; 02 camera; 03 fine 02 02; 04 gap 03 03T10:00 03T11:00; 05 away}. Each step begins with its day of
 * March 2026, a month that begins on a Sunday, and is entered at noon.
 */
final class PlacesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final PlaceId PLACE = new PlaceId(new UUID(0, 7));
    private static final DeviceId CAMERA = new DeviceId(new UUID(0, 8));
    private static final DeviceId ELSEWHERE = new DeviceId(new UUID(0, 9));
    private static final DeviceId WORN = new DeviceId(new UUID(0, 10));
    private static final DeviceId BROKEN = new DeviceId(new UUID(0, 11));
    private static final UnitCode UNIT = new UnitCode("zf1");
    private static final Actor CUSTODIAN = Actor.person(new PersonId(new UUID(0, 1)), "保管人", Role.CUSTODIAN);

    @ParameterizedTest(name = "{0}: {1}, on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            SQ | 02 inquiry                                            | 02T12:01 | avRecord.fullCourse.events SQ-M-17.p2 2026-03-02
            LX | 02 hearing                                            | 02T12:01 | avRecord.fullCourse.events LX-19.p2 2026-03-02
            SQ | 02 inquiry 05                                         | 04T23:59 |
            SQ | 02 inquiry 05                                         | 05T00:00 | avRecord.fullCourse.events SQ-M-17.p2 2026-03-05
            SQ | 02 inquiry; 02 camera                                 | 31T12:00 |
            SQ | 02 inquiry; 02 camera; 09 away                        | 31T12:00 | avRecord.fullCourse.events SQ-M-17.p2 2026-03-09
            SQ | 02 inquiry; 02 camera; 09 away; 09 end 09             | 10T00:00 |
            SQ | 02 other                                              | 31T12:00 |
            AJ | 02 inquiry                                            | 31T12:00 |
            SQ | 02 window                                             | 31T12:00 |
            WD | 02 window                                             | 02T12:01 | avRecord.acceptancePlaceVideo.required WD-3.1 2026-03-02
            WD | 02 window; 03 camera                                  | 03T12:01 |
            WD | 02 hall                                               | 31T12:00 |
            WD | 02 hall; 03 own                                       | 03T12:01 | avRecord.acceptancePlaceVideo.required WD-3.1 2026-03-02
            WD | 02 window; 02 camera                                  | 03T23:59 |
            WD | 02 window; 02 camera                                  | 04T00:00 | avRecord.acceptancePlaceVideo.required WD-3.1 2026-03-02
            WD | 02 window; 02 camera; 05 fine 02 04                   | 06T23:59 |
            WD | 02 window; 02 camera; 05 fine 02 04                   | 07T00:00 | avRecord.acceptancePlaceVideo.required WD-3.1 2026-03-05
            WD | 02 window; 02 camera; 06 fine 02 05                   | 09T23:59 |
            WD | 02 window; 02 camera; 06 fine 02 05                   | 10T00:00 | avRecord.acceptancePlaceVideo.required WD-3.1 2026-03-06
            WD | 02 window; 02 camera; 03 gap 02 02T14:00 02T15:30     | 03T12:01 | avRecord.acceptancePlaceVideo.required WD-3.1 2026-03-02T06:00:00Z
            WD | 02 window; 02 camera; 03 gap 02 02T14:00 02T15:30; 03 fine 02 02 | 03T12:01 |
            WD | 02 window; 02 camera; 02 away; 02 end 02; 03 fine 02 02 | 31T12:00 |
            WD | 02 hall; 02 camera                                    | 31T12:00 |
            """)
    void what_is_found(String agency, String story, String moment, String expected) {
        var law = TestLaw.of(agency);
        var found = PlaceRules.assess(told(law, story), law, at(moment)).findings();
        assertEquals(Optional.ofNullable(expected).orElse(""), found.stream().map(PlacesTest::words).collect(Collectors.joining(", ")));
    }

    /** A clock that looks at the moments the rules name misses nothing. */
    @Test
    void the_finding_comes_by_itself_when_its_time_is_over() {
        var law = TestLaw.of("WD");
        var place = told(law, "02 window 04; 02 camera");
        var moments = new java.util.ArrayList<Instant>();
        for (var now = at("02T12:01"); PlaceRules.assess(place, law, now).findings().isEmpty();) {
            now = PlaceRules.assess(place, law, now).nextChangeAt().orElseThrow();
            moments.add(now);
        }
        assertEquals(at("06T00:00"), moments.getLast());
        assertTrue(moments.size() <= 3, moments::toString);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            02 camera                                       | no-such-place
            02 window; 02 inquiry                           | already-registered
            02 window; 02 window                            |
            02 inquiry; 02 hall                             | already-registered
            02 inquiry; 02 inHall                           | no-hall
            02 inquiry; 02 camera elsewhere                 | stands-elsewhere
            02 inquiry; 02 camera worn                      | portable
            02 inquiry; 02 camera broken                    | not-working
            02 inquiry; 02 camera nothing                   | no-such-device
            02 inquiry; 02 away                             | not-standing
            02 inquiry; 02 camera; 02 camera                |
            02 inquiry; 03 camera; 02 away                  | contradictory
            02 inquiry; 02 end 03                           | in-the-future
            02 inquiry 02; 03 end 01                        | contradictory
            02 inquiry; 03 end 03; 03 camera                | place-closed
            02 inquiry; 03 end 03; 03 end 03                | place-closed
            02 window; 03 fine 03 02                        | contradictory
            02 window; 03 fine 03 04                        | in-the-future
            02 window; 03 gap 03 02T10:00 02T11:00          | contradictory
            02 window; 03 gap 03 03T11:00 03T10:00          | contradictory
            02 window; 03 gap 03 03T11:00 04T00:00          |
            02 window; 03 gap 03 03T11:00 04T00:01          | contradictory
            """)
    void what_is_refused(String story, String expected) {
        var law = TestLaw.of("WD");
        PlaceState state = new PlaceState.Absent();
        var code = "";
        for (var step : story.split("; ")) {
            var decision = Places.decide(state, command(step), context(law, step));
            if (decision instanceof Decision.Refused<Event, Refusal>(var refusal)) code = refusal.code();
            state = after(state, decision, step);
        }
        assertEquals(Optional.ofNullable(expected).orElse(""), code);
    }

    @Test
    void a_check_is_not_of_more_than_a_quarter_and_only_a_person_makes_one() {
        var law = TestLaw.of("WD");
        var place = told(law, "02 window");
        var first = LocalDate.of(2025, 12, 1);
        var long93 = new PlaceCommand.CheckSurveillance(first, first.plusDays(92), List.of());
        assertEquals("too-many-days", code(Places.decide(place, long93, context(law, "31 fine"))));
        var long92 = new PlaceCommand.CheckSurveillance(first, first.plusDays(91), List.of());
        assertInstanceOf(Decision.Accepted.class, Places.decide(place, long92, context(law, "31 fine")));
        var program = new PlaceContext(law, Actor.system("clock"), at("31T12:00"), new Register());
        assertEquals("person-only", code(Places.decide(place, long92, program)));
    }

    @Test
    void a_destroyed_registration_leaves_a_tombstone_and_nothing_comes_before_it() {
        var now = at("02T12:00");
        var tombstone = Places.evolve(new PlaceState.Absent(), new Destroyed("PlaceRegistered"), now);
        assertInstanceOf(PlaceState.Tombstone.class, tombstone);
        assertEquals(tombstone, Places.evolve(tombstone, new PlaceEvent.CameraPlaced(CAMERA, now), now));
        assertEquals("place-destroyed", code(Places.decide(tombstone, command("02 camera"), context(TestLaw.of("WD"), "02 camera"))));
        assertThrows(CorruptStream.class, () -> Places.evolve(new PlaceState.Absent(), new PlaceEvent.CameraPlaced(CAMERA, now), now));
        var place = told(TestLaw.of("WD"), "02 window");
        assertThrows(CorruptStream.class, () -> Places.evolve(place, place.registered(), now));
        var lost = Places.evolve(place, new PlaceEvent.CameraTakenAway(CAMERA, now, "移走"), now); // where it was placed was destroyed
        assertEquals(List.of(), assertInstanceOf(Known.class, lost).cameras());
    }

    @Test
    void every_rule_has_its_duty() {
        for (var rule : PlaceRules.ALL) assertTrue(rule.getClass().isAnnotationPresent(Duty.class), rule::toString);
    }

    private static String words(Finding finding) {
        return finding.key().duty() + " " + (finding.authority() instanceof Authority.Article(var id) ? id.value() : "product") + " " + finding.key().occurrence();
    }

    private static String code(Decision<Event, Refusal> decision) {
        return decision instanceof Decision.Refused<Event, Refusal>(var refusal) ? refusal.code() : "";
    }

    private static Known told(Law law, String story) {
        PlaceState state = new PlaceState.Absent();
        for (var step : story.split("; ")) {
            var decision = Places.decide(state, command(step), context(law, step));
            assertEquals("", code(decision), step);
            state = after(state, decision, step);
        }
        return assertInstanceOf(Known.class, state);
    }

    private static PlaceState after(PlaceState before, Decision<Event, Refusal> decision, String step) {
        var state = before;
        if (decision instanceof Decision.Accepted<Event, Refusal>(var events)) {
            for (var event : events) state = Places.evolve(state, event, noon(step));
        }
        return state;
    }

    private static Command command(String step) {
        var words = Arrays.asList(step.split(" "));
        var day = LocalDate.of(2026, 3, Integer.parseInt(words.get(0)));
        return switch (words.get(1)) {
            case "inquiry" -> register(PlaceKind.INQUIRY_ROOM, false, words, day);
            case "hearing" -> register(PlaceKind.HEARING_ROOM, false, words, day);
            case "window" -> register(PlaceKind.ACCEPTANCE_PLACE, false, words, day);
            case "hall" -> register(PlaceKind.ACCEPTANCE_PLACE, true, words, day);
            case "other" -> register(PlaceKind.OTHER, false, words, day);
            case "own" -> new PlaceCommand.AmendPlace("窗口", UNIT, false);
            case "inHall" -> new PlaceCommand.AmendPlace("窗口", UNIT, true);
            case "camera" -> new PlaceCommand.PlaceCamera(device(words), noon(step));
            case "away" -> new PlaceCommand.TakeCameraAway(CAMERA, noon(step), "改造");
            case "end" -> new PlaceCommand.ClosePlace(day(words.get(2)), "搬迁");
            case "fine" -> new PlaceCommand.CheckSurveillance(day(words.get(2)), day(words.get(3)), List.of());
            case "gap" -> new PlaceCommand.CheckSurveillance(day(words.get(2)), day(words.get(2)),
                    List.of(new SurveillanceGap(at(words.get(3)), at(words.get(4)), "停电")));
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static Command register(PlaceKind kind, boolean hall, List<String> words, LocalDate day) {
        return new PlaceCommand.RegisterPlace(PLACE, kind, "窗口", UNIT, hall, words.size() > 2 ? day(words.get(2)) : day);
    }

    private static DeviceId device(List<String> words) {
        return switch (words.size() > 2 ? words.get(2) : "") {
            case "" -> CAMERA;
            case "elsewhere" -> ELSEWHERE;
            case "worn" -> WORN;
            case "broken" -> BROKEN;
            default -> new DeviceId(new UUID(0, 99));
        };
    }

    private static LocalDate day(String day) {
        return LocalDate.of(2026, 3, Integer.parseInt(day));
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse("2026-03-" + moment).atZone(ZONE).toInstant();
    }

    private static Instant noon(String step) {
        return at(step.substring(0, 2) + "T12:00");
    }

    private static PlaceContext context(Law law, String step) {
        return new PlaceContext(law, CUSTODIAN, noon(step), new Register());
    }

    private static final class Register implements PlaceContext.Register {

        @Override
        public Set<Role> roles(PersonId person) {
            return Set.of(Role.CUSTODIAN);
        }

        @Override
        public boolean knows(UnitCode unit) {
            return unit.equals(UNIT);
        }

        @Override
        public Optional<Device> device(DeviceId device) {
            if (device.equals(CAMERA)) return Optional.of(new Device(false, DeviceStatus.AVAILABLE, Optional.empty()));
            if (device.equals(ELSEWHERE)) return Optional.of(new Device(false, DeviceStatus.AVAILABLE, Optional.of(new PlaceId(new UUID(0, 70)))));
            if (device.equals(WORN)) return Optional.of(new Device(true, DeviceStatus.AVAILABLE, Optional.empty()));
            return device.equals(BROKEN) ? Optional.of(new Device(false, DeviceStatus.STOPPED, Optional.empty())) : Optional.empty();
        }
    }
}
