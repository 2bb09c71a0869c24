package org.liuhen.core.recordings.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.WorkDays;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.ActivityCommand.LodgeSceneReceipt;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;

/** Receipts that parties took along: lodged late, twice, and those that cannot be of this activity. */
class LodgingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.000Z");
    private static final ActivityId ACTIVITY = new ActivityId(new UUID(0, 77));
    private static final PersonId OFFICER = new PersonId(new UUID(0, 1));
    private static final PersonId STRANGER = new PersonId(new UUID(0, 3));

    private ActivityState state = opened();

    private static ActivityState opened() {
        var item = new RecordedItem("siteInspection", new Bilingual("现场检查", "inspection"), Set.of(Means.VIDEO), "in", "out",
                List.of(),
                new Authority.Article(new ArticleId("SQ-I-3")));
        return Activities.evolve(new ActivityState.Absent(), new ActivityEvent.ActivityOpened(ACTIVITY, item, Set.of(), "车站路3号",
                new UnitCode("zf1"), List.of(new Officer(OFFICER, "张志远", "03080001", LocalDate.MIN, LocalDate.MAX,
                        new UnitCode("zf1"))), List.of(), Optional.empty(), digest(9)), NOW);
    }

    private static Digest digest(int n) {
        var bytes = new byte[32];
        bytes[0] = (byte) n;
        return Digest.sha256(bytes);
    }

    private static SceneReceipt receipt() {
        var from = Instant.parse("2026-03-02T09:00:00.000Z");
        var capture = new SceneReceipt.Capture(from.plusSeconds(60), MediaKind.PHOTO, "ab".repeat(32), 12, from.plusSeconds(60));
        return new SceneReceipt(ACTIVITY, "SQ", List.of(capture), new SceneReceipt.Counters(1, 0, 2),
                List.of(new SceneReceipt.Device("SQ-0002", Optional.of("DSJ-1"))), from.plusSeconds(3600), SceneReceipt.FORMAT,
                from.plusSeconds(3605), "0".repeat(32), List.of("03080001"), from, Optional.of("现场检查"));
    }

    private static LodgeSceneReceipt lodge(SceneReceipt receipt, int digest, String code) {
        return new LodgeSceneReceipt(receipt, digest(digest), code);
    }

    private Decision<Event, Refusal> asked(Command command, PersonId by) {
        var law = new Law(new AgencyCode("SQ"), digest(9).toString(), Map.of(), Optional.empty(), new WorkDays(Set.of(),
                Set.of(), Set.of()), ZoneId.of("Asia/Shanghai"));
        return Activities.decide(state, command, new ActivityContext(law, Actor.person(by, "某人", Role.OFFICER), NOW,
                new NobodyElse()));
    }

    private void done(Command command) {
        for (var event : ((Decision.Accepted<Event, Refusal>) asked(command, OFFICER))
                .events()) state = Activities.evolve(state, event, NOW);
    }

    private String refused(Command command) {
        return asked(command, OFFICER) instanceof Decision.Refused<Event, Refusal>(var refusal) ? refusal.code() : "accepted";
    }

    @Test
    void a_receipt_is_lodged_once_and_stays() {
        done(lodge(receipt(), 1, "A"));
        assertEquals(List.of(), ((Decision.Accepted<Event, Refusal>) asked(lodge(receipt(), 1, "A"), OFFICER)).events());
        done(lodge(receipt(), 2, "B"));
        assertEquals(List.of(new SceneReceiptLodged(receipt(), digest(1), "A"), new SceneReceiptLodged(receipt(), digest(2),
                "B")),
                ((Known) state).evidence().receipts());
    }

    @Test
    void another_receipt_under_the_same_code_is_refused() {
        done(lodge(receipt(), 1, "A"));
        assertEquals("code-taken", refused(lodge(receipt(), 2, "A")));
    }

    @Test
    void after_closing_it_is_still_taken() {
        state = Activities.evolve(state, new ActivityEvent.ActivityClosed(false), NOW);
        done(lodge(receipt(), 1, "A"));
        assertEquals(1, ((Known) state).evidence().receipts().size());
    }

    @Test
    void only_an_officer_who_was_there_lodges_it() {
        assertTrue(asked(lodge(receipt(), 1, "A"), STRANGER) instanceof Decision.Refused<Event, Refusal>(var refusal)
                && refusal.code().equals("not-there"));
    }

    @Test
    void there_is_a_limit() {
        for (var n = 0; n < Lodging.RECEIPTS_MAX; n++) done(lodge(receipt(), n, "code " + n));
        assertEquals("too-many-receipts", refused(lodge(receipt(), 99, "one more")));
        assertEquals("accepted", refused(lodge(receipt(), 3, "code 3")), "that one is there already");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        another activity,       receipt-of-another-activity
        another agency,         receipt-of-another-agency
        ended before it began,  contradictory
        ends in the future,     in-the-future
        issued in the future,   in-the-future
        a capture of tomorrow,  in-the-future
        four minutes ahead,     accepted
        another format,         receipt-wrong
        a nonce to guess,       receipt-wrong
        one capture too few,    receipt-wrong
        a capture twice,        receipt-wrong
        a capture of no size,   receipt-wrong
        nobody's name,          receipt-wrong
        """)
    void what_cannot_be_of_this_activity_is_refused(String fault, String code) {
        assertEquals(code, refused(lodge(with(fault).apply(receipt()), 1, "A")));
    }

    private static UnaryOperator<SceneReceipt> with(String fault) {
        return r -> switch (fault) {
            case "another activity" -> copy(r, new ActivityId(new UUID(0, 78)), r.agency(), r.captures(), r.endedAt(),
                    r.format());
            case "another agency" -> copy(r, r.activity(), "CL", r.captures(), r.endedAt(), r.format());
            case "ended before it began" -> copy(r, r.activity(), r.agency(), r.captures(), r.startedAt().minusMillis(1),
                    r.format());
            case "ends in the future" -> copy(r, r.activity(), r.agency(), r.captures(), NOW.plus(Duration.ofMinutes(6)),
                    r.format());
            case "four minutes ahead" -> copy(r, r.activity(), r.agency(), r.captures(), NOW.plus(Duration.ofMinutes(4)),
                    r.format());
            case "issued in the future" -> other(r, NOW.plus(Duration.ofHours(1)), r.nonce(), r.officers(), r.counters());
            case "a capture of tomorrow" -> copy(r, r.activity(), r.agency(), List.of(capture(NOW.plus(Duration.ofDays(1)),
                    1)), r.endedAt(), r.format());
            case "another format" -> copy(r, r.activity(), r.agency(), r.captures(), r.endedAt(), "liuhen-scene-receipt-v2");
            case "a capture twice" -> copy(r, r.activity(), r.agency(), List.of(r.captures().getFirst(), r.captures()
                    .getFirst()), r.endedAt(), r.format());
            case "a capture of no size" -> copy(r, r.activity(), r.agency(), List.of(capture(r.startedAt(), -1)), r.endedAt(),
                    r.format());
            case "a nonce to guess" -> other(r, r.issuedAt(), "1", r.officers(), r.counters());
            case "nobody's name" -> other(r, r.issuedAt(), r.nonce(), List.of(" "), r.counters());
            case "one capture too few" -> other(r, r.issuedAt(), r.nonce(), r.officers(), new SceneReceipt.Counters(2, 0, 0));
            default -> throw new IllegalArgumentException(fault);
        };
    }

    private static SceneReceipt.Capture capture(Instant at, long sizeBytes) {
        return new SceneReceipt.Capture(at, MediaKind.PHOTO, "ab".repeat(32), sizeBytes, at);
    }

    private static SceneReceipt copy(SceneReceipt r, ActivityId activity, String agency, List<SceneReceipt.Capture> captures,
            Instant endedAt, String format) {
        return new SceneReceipt(activity, agency, captures, new SceneReceipt.Counters(captures.size(), 0, 2), r.devices(),
                endedAt, format, r.issuedAt(),
                r.nonce(), r.officers(), r.startedAt(), r.title());
    }

    private static SceneReceipt other(SceneReceipt r, Instant issuedAt, String nonce, List<String> officers,
            SceneReceipt.Counters counters) {
        return new SceneReceipt(r.activity(), r.agency(), r.captures(), counters, r.devices(), r.endedAt(), r.format(),
                issuedAt, nonce, officers,
                r.startedAt(), r.title());
    }

    /** A register that is not asked. */
    private static final class NobodyElse implements ActivityContext.Register {
        @Override
        public Optional<Officer> officer(PersonId person) {
            return Optional.empty();
        }

        @Override
        public Set<Role> roles(PersonId person) {
            return Set.of();
        }

        @Override
        public boolean knows(UnitCode unit) {
            return false;
        }

        @Override
        public List<DeviceNumber> explosionProof(UnitCode unit) {
            return List.of();
        }

        @Override
        public Optional<GuideVersion> guide(LocalDate day) {
            return Optional.empty();
        }

        @Override
        public List<Instant> exempted(PersonId person, String ground) {
            return List.of();
        }
    }
}
