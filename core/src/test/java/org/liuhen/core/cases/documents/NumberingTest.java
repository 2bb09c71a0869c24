package org.liuhen.core.cases.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.documents.NumberCommand.IssueBlanks;
import org.liuhen.core.cases.documents.NumberCommand.TakeNumber;
import org.liuhen.core.cases.documents.NumberCommand.UseBlank;
import org.liuhen.core.cases.documents.NumberCommand.VoidBlank;
import org.liuhen.core.cases.documents.NumberCommand.VoidNumber;
import org.liuhen.core.cases.documents.NumberEvent.BlankUsed;
import org.liuhen.core.cases.documents.NumberEvent.BlankVoided;
import org.liuhen.core.cases.documents.NumberEvent.BlanksIssued;
import org.liuhen.core.cases.documents.NumberEvent.NumberTaken;
import org.liuhen.core.cases.documents.NumberEvent.NumberVoided;
import org.liuhen.core.cases.documents.NumberState.Use;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

class NumberingTest {

    private static final PersonId LI = new PersonId(new UUID(0, 1));
    private static final UnitCode UNIT = new UnitCode("zf1");
    private static final DocumentId A = document(1);
    private static final DocumentId B = document(2);
    private static final String WRONG_PARTY = "当事人名称有误";

    private static DocumentId document(long number) {
        return new DocumentId(new UUID(7, number));
    }

    private static NumberState state(Fact... history) {
        NumberState state = new NumberState.Open();
        for (var fact : history) state = Numbering.evolve(state, fact);
        return state;
    }

    private static void accepted(NumberState state, NumberCommand command, NumberEvent... events) {
        assertEquals(new Decision.Accepted<NumberEvent, NumberRefusal>(List.of(events)), Numbering.decide(state, command));
    }

    private static void refused(NumberState state, NumberCommand command, NumberRefusal refusal) {
        assertEquals(new Decision.Refused<NumberEvent, NumberRefusal>(refusal), Numbering.decide(state, command));
    }

    @Test
    void numbers_follow_each_other_from_one_on_and_a_document_takes_one() {
        accepted(state(), new TakeNumber(A), new NumberTaken(1, A));
        accepted(state(new NumberTaken(1, A)), new TakeNumber(A));
        accepted(state(new NumberTaken(1, A)), new TakeNumber(B), new NumberTaken(2, B));
    }

    @Test
    void a_void_number_keeps_its_place() {
        var taken = new NumberTaken(1, A);
        var voided = new NumberVoided(1, WRONG_PARTY, LI);
        accepted(state(taken), new VoidNumber(1, WRONG_PARTY, LI), voided);
        accepted(state(taken, voided), new VoidNumber(1, WRONG_PARTY, LI));
        refused(state(taken, voided), new VoidNumber(1, "别的理由", LI), new NumberRefusal.AlreadyVoided(1, WRONG_PARTY));
        accepted(state(taken, voided), new TakeNumber(B), new NumberTaken(2, B));
        assertEquals(Optional.of(new Use.Voided(WRONG_PARTY, Optional.of(A))), ((NumberState.Open) state(taken, voided)).use(1));
    }

    @Test
    void a_number_is_voided_with_a_reason_and_only_when_a_document_has_it() {
        refused(state(), new VoidNumber(1, WRONG_PARTY, LI), new NumberRefusal.NotGiven(1, 0));
        refused(state(), new VoidNumber(0, WRONG_PARTY, LI), new NumberRefusal.NotGiven(0, 0));
        refused(state(new NumberTaken(1, A)), new VoidNumber(1, " ", LI), new NumberRefusal.NoReason());
        refused(state(new NumberTaken(1, A)), new VoidNumber(1, "由".repeat(501), LI), new NumberRefusal.NoReason());
        refused(state(new BlanksIssued(1, 2, UNIT, LI)), new VoidNumber(1, WRONG_PARTY, LI), new NumberRefusal.StillBlank(1));
    }

    @Test
    void blanks_take_their_numbers_out_of_the_series() {
        accepted(state(new NumberTaken(1, A)), new IssueBlanks(50, UNIT, LI), new BlanksIssued(2, 51, UNIT, LI));
        accepted(state(new NumberTaken(1, A), new BlanksIssued(2, 51, UNIT, LI)), new TakeNumber(B), new NumberTaken(52, B));
        for (var count : List.of(-1L, 0L, 501L, Long.MAX_VALUE)) {
            refused(state(), new IssueBlanks(count, UNIT, LI), new NumberRefusal.BlankCount(count));
        }
    }

    @Test
    void a_blank_is_used_or_voided_once() {
        var issued = new BlanksIssued(1, 2, UNIT, LI);
        var used = new BlankUsed(2, A);
        accepted(state(issued), new UseBlank(2, A), used);
        accepted(state(issued, used), new UseBlank(2, A));
        accepted(state(issued, used), new TakeNumber(A));
        refused(state(issued, used), new UseBlank(2, B), new NumberRefusal.NotABlank(2));
        refused(state(issued, used), new UseBlank(1, A), new NumberRefusal.AlreadyNumbered(2));
        refused(state(issued, used), new VoidBlank(2, "写错"), new NumberRefusal.NotABlank(2));
        refused(state(issued), new UseBlank(3, A), new NumberRefusal.NotGiven(3, 2));
        refused(state(issued), new VoidBlank(1, ""), new NumberRefusal.NoReason());
        var spoiled = new BlankVoided(1, "写错");
        accepted(state(issued), new VoidBlank(1, "写错"), spoiled);
        accepted(state(issued, spoiled), new VoidBlank(1, "写错"));
        refused(state(issued, spoiled), new VoidBlank(1, "遗失"), new NumberRefusal.AlreadyVoided(1, "写错"));
        refused(state(issued, spoiled), new UseBlank(1, A), new NumberRefusal.NotABlank(1));
        assertEquals(List.of(2L), ((NumberState.Open) state(issued, spoiled)).blanks().boxed().toList());
    }

    @Test
    void a_used_blank_can_be_voided_as_a_number() {
        accepted(state(new BlanksIssued(1, 1, UNIT, LI), new BlankUsed(1, A)), new VoidNumber(1, WRONG_PARTY, LI),
                new NumberVoided(1, WRONG_PARTY, LI));
    }

    @Test
    void a_series_has_an_end() {
        NumberState state = new NumberState.Open();
        for (var first = 1L; first < Numbering.NUMBERS_MAX; first += 500) {
            state = Numbering.evolve(state, new BlanksIssued(first, Math.min(first + 499, 99_998), UNIT, LI));
        }
        refused(state, new IssueBlanks(2, UNIT, LI), new NumberRefusal.SeriesFull());
        accepted(state, new TakeNumber(A), new NumberTaken(99_999, A));
        refused(Numbering.evolve(state, new NumberTaken(99_999, A)), new TakeNumber(B), new NumberRefusal.SeriesFull());
    }

    @Test
    void what_cannot_follow_is_damage() {
        var damaged = new HashMap<NumberEvent, NumberState>();
        damaged.put(new NumberTaken(2, A), state());
        damaged.put(new NumberTaken(1, B), state(new NumberTaken(1, A)));
        damaged.put(new BlanksIssued(1, 2, UNIT, LI), state(new NumberTaken(1, A)));
        damaged.put(new BlanksIssued(1, 0, UNIT, LI), state());
        damaged.put(new BlanksIssued(1, 1L << 40, UNIT, LI), state());
        damaged.put(new BlankUsed(1, B), state(new NumberTaken(1, A)));
        damaged.put(new BlankVoided(1, "写错"), state());
        damaged.put(new NumberVoided(1, "写错", LI), state(new BlanksIssued(1, 1, UNIT, LI)));
        damaged.forEach((event, state) -> assertThrows(CorruptStream.class, () -> Numbering.evolve(state, event), event.toString()));
    }

    @Test
    void a_series_that_lost_a_payload_gives_no_number_any_more() {
        for (var history : List.<Fact[]>of(
                new Fact[] {new Destroyed("NumberTaken")},
                new Fact[] {new NumberTaken(1, A), new Destroyed("NumberVoided"), new NumberTaken(2, B)})) {
            assertInstanceOf(NumberState.Tombstone.class, state(history));
            refused(state(history), new TakeNumber(A), new NumberRefusal.SeriesDestroyed());
        }
        var remembered = new PayloadDestroyed(1, "期满", List.of("甲", "乙"));
        assertEquals(state(new NumberTaken(1, A)), state(new NumberTaken(1, A), remembered));
    }

    @Test
    void every_refusal_says_what_to_do() {
        for (var refusal : List.of(new NumberRefusal.NotGiven(3, 2), new NumberRefusal.StillBlank(1), new NumberRefusal.NotABlank(1),
                new NumberRefusal.AlreadyVoided(1, "写错"), new NumberRefusal.AlreadyNumbered(1), new NumberRefusal.NoReason(),
                new NumberRefusal.BlankCount(0), new NumberRefusal.SeriesFull(), new NumberRefusal.SeriesDestroyed())) {
            assertTrue(refusal.what().zh().endsWith("。") && refusal.next().zh().endsWith("。"), refusal.code());
            assertTrue(refusal.what().en().endsWith(".") && refusal.next().en().endsWith("."), refusal.code());
        }
    }

    /** A year of chance against a plain register: no number twice, no gap, nothing comes back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void a_year_of_chance_leaves_no_gap_and_gives_nothing_twice(long seed) {
        var dice = new SplittableRandom(seed);
        NumberState state = new NumberState.Open();
        Map<Long, String> register = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        for (var step = 0; step < 3_000; step++) {
            var number = dice.nextLong(0, register.size() + 3);
            var command = switch (dice.nextInt(5)) {
                case 0 -> new TakeNumber(document(dice.nextInt(2_000)));
                case 1 -> new VoidNumber(number, "作废", LI);
                case 2 -> new IssueBlanks(dice.nextInt(1, 4), UNIT, LI);
                case 3 -> new UseBlank(number, document(dice.nextInt(2_000)));
                default -> new VoidBlank(number, "写错");
            };
            if (!(Numbering.decide(state, command) instanceof Decision.Accepted<NumberEvent, NumberRefusal>(var events))) continue;
            for (var event : events) {
                write(register, gone, event, seed);
                state = Numbering.evolve(state, event);
            }
        }
        var open = assertInstanceOf(NumberState.Open.class, state);
        assertEquals(register.size(), open.given());
        var documents = new ArrayList<DocumentId>();
        for (var number = 1L; number <= open.given(); number++) {
            var use = open.use(number).orElseThrow();
            assertEquals(register.get(number), use.getClass().getSimpleName(), "seed " + seed);
            if (use instanceof Use.Taken(var document)) documents.add(document);
        }
        assertEquals(documents.size(), Set.copyOf(documents).size(), "a document has one number; seed " + seed);
        assertTrue(documents.size() > 100 && gone.size() > 100, "chance tried everything");
    }

    private static void write(Map<Long, String> register, Set<Long> gone, NumberEvent event, long seed) {
        switch (event) {
            case NumberTaken e -> assertEquals(null, register.put(e.number(), "Taken"), "seed " + seed);
            case BlanksIssued e -> {
                for (var n = e.first(); n <= e.last(); n++) assertEquals(null, register.put(n, "Blank"), "seed " + seed);
            }
            case BlankUsed e -> assertEquals("Blank", register.put(e.number(), "Taken"), "seed " + seed);
            case BlankVoided e -> assertEquals("Blank", register.put(e.number(), "Voided"), "seed " + seed);
            case NumberVoided e -> assertEquals("Taken", register.put(e.number(), "Voided"), "seed " + seed);
        }
        if (event instanceof NumberVoided(var number, _, _)) assertTrue(gone.add(number), "seed " + seed);
    }

    @Test
    void a_number_is_written_as_the_agency_writes_it() {
        var pattern = new NumberPattern(NumberPattern.USUAL, "双市监");
        assertEquals("双市监罚决〔2026〕12号", pattern.write(new NumberWord("罚决"), 2026, 12));
        for (var wrong : List.of("{agency}{word}{year}号", "{agency}{word}〔{year}〕{number}{number}号", "{agency}{word}{year}{number}号",
                "{agency}{word}〔{year}〕0{number}号", "{agency}{word}〔{year}〕{number}{copy}号", "{agency}{word}\n〔{year}〕{number}号")) {
            assertThrows(IllegalArgumentException.class, () -> new NumberPattern(wrong, "双市监"), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> new NumberPattern(NumberPattern.USUAL, "{word}"));
        assertThrows(IllegalArgumentException.class, () -> new NumberWord("penalty"));
        assertThrows(IllegalArgumentException.class, () -> new NumberSeries(new AgencyCode("SQ"), new NumberWord("罚决"), 26));
        assertFalse(new NumberSeries(new AgencyCode("SQ"), new NumberWord("罚决"), 2026)
                .equals(new NumberSeries(new AgencyCode("SQ"), new NumberWord("罚告"), 2026)));
    }
}
