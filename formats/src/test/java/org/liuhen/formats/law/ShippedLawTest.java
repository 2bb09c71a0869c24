package org.liuhen.formats.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;
import org.liuhen.core.values.AgencyCode;

/** The law as it is shipped. */
class ShippedLawTest {

    private static final LocalDate ACTIVATION = LocalDate.parse("2024-05-06");

    private static Law law(String agency) {
        return Profile.law(new AgencyCode(agency), Optional.of(ACTIVATION));
    }

    @ParameterizedTest
    @CsvSource({"SQ, 2023-12-04", "CL, 2024-05-06", "LX, 2024-05-06", "WD, 2024-05-06", "AJ, 2017-06-19"})
    void on_every_quarter_day_each_key_has_exactly_one_answer(String agency, LocalDate first) {
        var law = law(agency);
        var profile = Profile.of(new AgencyCode(agency));
        var days = new TreeSet<>(Set.of(first));
        for (var month = YearMonth.from(first); month.getYear() < 2031; month = month.plusMonths(1)) {
            if (month.getMonthValue() % 3 == 1 && month.atDay(1).isAfter(first)) days.add(month.atDay(1));
        }
        assertTrue(days.size() > 20, days::toString);
        for (var day : days) {
            var rules = law.on(day);
            for (var key : profile.entries().keySet()) {
                var since = profile.entries().get(key).stream().map(entry -> entry.entry().from().orElse(ACTIVATION)).toList();
                assertEquals(since.size(), Set.copyOf(since).size(), key + " has two answers on a day");
                assertFalse(since.getFirst().isAfter(first), key + " has no answer from the first day on");
                var answer = rules.answer(key);
                var known = profile.entries().get(key).stream().map(entry -> entry.entry().answer()).toList();
                assertTrue(known.contains(answer), key + " " + day);
            }
        }
        assertEquals(new Answer.NotStated(Optional.empty()), law.on(first.minusDays(1)).answer(new Key("record.modes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ", "CN"})
    void each_profile_is_read_from_its_canonical_form_to_the_same(String agency) {
        var profile = Profile.of(new AgencyCode(agency));
        var again = Profile.parse(new AgencyCode(agency), profile.canonical());
        assertEquals(profile.entries(), again.entries());
        assertArrayEquals(profile.canonical(), again.canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ"})
    void an_agency_cites_its_own_articles_only(String agency) {
        for (var entries : Profile.of(new AgencyCode(agency)).entries().entrySet()) {
            for (var entry : entries.getValue()) {
                var articles = switch (entry.entry().answer()) {
                    case Answer.Stated(var some, _) -> some;
                    case Answer.NotStated(var some) -> some.stream().toList();
                    case Answer.Default(var some, _) -> some;
                };
                articles.forEach(article ->
                        assertTrue(article.value().startsWith(agency + "-"), entries.getKey() + ": " + article));
            }
        }
    }

    @Test
    void the_law_is_named_by_all_that_it_is_made_of() {
        var sq = law("SQ");
        assertEquals(sq.digest(), law("SQ").digest());
        assertNotEquals(sq.digest(), law("CL").digest());
        var later = Profile.law(new AgencyCode("CL"), Optional.of(ACTIVATION.plusDays(1)));
        assertNotEquals(law("CL").digest(), later.digest());
        assertTrue(sq.digest().matches("sha256:[0-9a-f]{64}"), sq.digest());
    }

    @Test
    void a_text_without_its_day_needs_the_day_of_activation() {
        for (var agency : List.of("CL", "LX", "WD")) {
            assertTrue(Profile.of(new AgencyCode(agency)).needsActivation());
            assertThrows(IllegalArgumentException.class, () -> Profile.law(new AgencyCode(agency), Optional.empty()));
        }
        for (var agency : List.of("SQ", "AJ")) assertFalse(Profile.of(new AgencyCode(agency)).needsActivation());
        assertEquals("SQ", Profile.law(new AgencyCode("SQ"), Optional.empty()).agency().value());
    }

    @Test
    void what_no_article_gives_is_a_proposal_of_the_product() {
        var signatures = new Key("textRecord.refusal.minOfficerSignatures");
        var stated = law("SQ").on(ACTIVATION).count(signatures).orElseThrow();
        assertEquals(new Authority.Article(new ArticleId("SQ-M-12.p4")), stated.authority());
        var proposed = law("CL").on(ACTIVATION).count(signatures).orElseThrow();
        assertEquals(new Authority.ProductDefault(), proposed.authority());
        assertEquals(2, proposed.value());
    }

    @Test
    void the_national_layer_stands_under_every_agency_and_replaces_nothing() {
        var supplement = new Key("national.licence.supplementNoticeWithin");
        for (var agency : List.of("SQ", "CL", "LX", "WD", "AJ")) {
            var limit = law(agency).on(ACTIVATION).limit(supplement).orElseThrow();
            assertEquals(new Limit.Within(new Span.Calendar(Period.ofDays(5)), DayKind.WORKING), limit.value());
            assertEquals(new Authority.Article(new ArticleId("CN-licence-32")), limit.authority());
        }
        var local = law("CL").on(ACTIVATION).limit(new Key("licence.supplementNotice.within")).orElseThrow();
        assertEquals(new Limit.Within(new Span.Calendar(Period.ofDays(2)), DayKind.WORKING), local.value());
        Profile.national().entries().forEach((key, entries) -> {
            assertTrue(key.value().startsWith("national."), key.value());
            entries.forEach(entry -> assertTrue(entry.confirm() && entry.source().isPresent(), key.value()));
        });
        // the Penalty Law of 2021 was not in force the day before
        var penalty = new Key("national.penalty.decideWithin");
        assertTrue(law("AJ").on(LocalDate.parse("2021-07-14")).limit(penalty).isEmpty());
        assertTrue(law("AJ").on(LocalDate.parse("2021-07-15")).limit(penalty).isPresent());
    }

    @Test
    void national_limits_are_in_working_days_where_the_law_says_so() {
        var rules = law("SQ").on(ACTIVATION);
        var numbers = rules.words(new Key("national.penalty.workingDays")).orElseThrow().value();
        var upTo = rules.count(new Key("national.compulsion.workingDaysUpTo")).orElseThrow().value();
        assertTrue(rules.flag(new Key("national.licence.workingDays")));
        for (var key : Profile.national().entries().keySet()) {
            if (Keys.shipped().get(key).orElseThrow().type() != KeyType.LIMIT) continue;
            var limit = rules.limit(key).orElseThrow().value();
            if (!(limit instanceof Limit.Within(Span.Calendar(var period), var days))) {
                throw new AssertionError(key + " " + limit);
            }
            var daysOnly = period.toTotalMonths() == 0;
            var count = period.toString().replaceAll("\\D", "");
            var working = switch (key.value().split("\\.")[1]) {
                case "penalty" -> daysOnly && numbers.contains(count);
                case "compulsion" -> daysOnly && Integer.parseInt(count) <= upTo;
                case "licence" -> true;
                default -> throw new AssertionError(key);
            };
            assertEquals(working ? DayKind.WORKING : DayKind.NATURAL, days, key.value());
        }
    }

    @Test
    void the_days_of_the_supplement_notice_are_those_that_the_profile_chose() {
        var rules = law("CL").on(ACTIVATION);
        var chosen = rules.word(new Key("licence.supplementNotice.dayKind")).orElseThrow().value();
        var limit = rules.limit(new Key("licence.supplementNotice.within")).orElseThrow().value();
        var expected = chosen.equals("workingDays") ? DayKind.WORKING : DayKind.NATURAL;
        assertTrue(limit instanceof Limit.Within(_, var days) && days == expected, limit + " " + chosen);
    }

    @Test
    void every_open_question_is_held_by_a_key_with_a_value() {
        var held = new TreeSet<String>();
        for (var key : Keys.shipped().all()) {
            held.addAll(key.ambiguity());
            if (!key.key().value().startsWith("reading.")) continue;
            var agency = key.agencies().isEmpty() ? "SQ" : key.agencies().getFirst().value();
            assertTrue(law(agency).on(ACTIVATION).answer(key.key()) instanceof Answer.Default, key.key().value());
        }
        // two rows of the 86 leave nothing to choose: how the two articles 11 of CL are named, and a sentence that is complete
        assertEquals(84, held.size(), held::toString);
        assertFalse(held.contains("SQ/27") || held.contains("CL/A"));
    }

    @Test
    void the_closed_list_of_elements_is_what_the_agencies_use() {
        for (var key : Keys.shipped().all()) {
            if (key.type() != KeyType.ELEMENTS) continue;
            var used = new TreeSet<String>();
            for (var agency : List.of("SQ", "CL", "LX", "WD", "AJ")) {
                law(agency).on(ACTIVATION).elements(key.key()).forEach(element -> used.add(element.word()));
            }
            assertEquals(used, new TreeSet<>(key.words()), key.key().value());
        }
    }

    @Test
    void values_are_those_of_the_types_that_keys_yaml_gives() {
        for (var agency : List.of("SQ", "CL", "LX", "WD", "AJ")) {
            var rules = law(agency).on(ACTIVATION);
            for (var key : Keys.shipped().all()) {
                var value = switch (rules.answer(key.key())) {
                    case Answer.Stated(_, var some) -> Optional.of(some);
                    case Answer.Default(_, var some) -> Optional.of(some);
                    case Answer.NotStated _ -> Optional.<Value>empty();
                };
                value.ifPresent(some -> assertTrue(switch (some) {
                    case Value.Flag _ -> key.type() == KeyType.FLAG;
                    case Value.Count _ -> key.type() == KeyType.COUNT;
                    case Value.Counts _ -> key.type() == KeyType.COUNTS;
                    case Value.Word _ -> Set.of(KeyType.WORD, KeyType.LIMIT, KeyType.DAY).contains(key.type());
                    case Value.Words _ -> Set.of(KeyType.WORDS, KeyType.TEXTS).contains(key.type());
                    case Value.Elements _ -> key.type() == KeyType.ELEMENTS;
                    case Value.Time _ -> key.type() == KeyType.LIMIT;
                    case Value.Day _ -> key.type() == KeyType.DAY;
                    case Value.Text _ -> key.type() == KeyType.TEXT;
                }, key.key().value()));
            }
        }
    }
}
