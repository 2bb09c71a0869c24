package org.liuhen.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.values.AgencyCode;

class LawTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final ArticleId ARTICLE = new ArticleId("SQ-M-12.p3");
    private static final Key FLAG = new Key("textRecord.issued.sealRequired");
    private static final Key COUNT = new Key("textRecord.multiPage.fromPages");
    private static final Key SILENT = new Key("textRecord.signKinds");
    private static final Key DEFAULT = new Key("service.electronic.allowed");
    private static final Key LIMIT = new Key("retention.nonEvidence");

    private static Entry stated(String from, Value value) {
        return new Entry(Optional.of(LocalDate.parse(from)), new Answer.Stated(List.of(ARTICLE), value));
    }

    private static Law law(Map<Key, List<Entry>> entries, Optional<LocalDate> activation) {
        return new Law(new AgencyCode("SQ"), "sha256:test", entries, activation, new WorkDays(Set.of(), Set.of(), Set.of()),
                ZoneId.of("Asia/Shanghai"));
    }

    private static Law law() {
        var year = new Value.Time(new Limit.Within(new Span.Calendar(Period.ofYears(1)), DayKind.NATURAL));
        return law(Map.of(
                FLAG, List.of(stated("2024-01-01", new Value.Flag(true))),
                COUNT, List.of(stated("2024-01-01", new Value.Count(2)), stated("2026-07-01", new Value.Count(3))),
                SILENT, List.of(),
                DEFAULT, List.of(new Entry(Optional.of(FIRST), new Answer.Default(List.of(), new Value.Flag(true)))),
                LIMIT, List.of(stated("2024-01-01", year), stated("2025-01-01", new Value.Word("sameAsCase")))),
                Optional.empty());
    }

    @Test
    void each_day_has_its_own_law() {
        assertEquals(Optional.empty(), law().on(LocalDate.parse("2023-12-31")).count(COUNT));
        assertEquals(2, law().on(LocalDate.parse("2024-01-01")).count(COUNT).orElseThrow().value());
        assertEquals(2, law().on(LocalDate.parse("2026-06-30")).count(COUNT).orElseThrow().value());
        assertEquals(3, law().on(LocalDate.parse("2026-07-01")).count(COUNT).orElseThrow().value());
        assertEquals(3, law().on(LocalDate.parse("2090-01-01")).count(COUNT).orElseThrow().value());
    }

    @Test
    void a_value_cites_its_article_and_a_default_the_product() {
        var rules = law().on(FIRST);
        assertEquals(Optional.of(new Cited<>(true, new Authority.Article(ARTICLE))), rules.flagCited(FLAG));
        assertEquals(Optional.of(new Cited<>(true, new Authority.ProductDefault())), rules.flagCited(DEFAULT));
        assertEquals(Optional.of(new Authority.Article(ARTICLE)), rules.authority(FLAG));
        assertEquals(Optional.of(new Authority.ProductDefault()), rules.authority(DEFAULT));
        assertEquals(Optional.empty(), rules.authority(SILENT));
        assertTrue(rules.flag(DEFAULT));
        assertFalse(rules.flag(SILENT));
        assertEquals(List.of(), rules.elements(SILENT));
    }

    @Test
    void a_limit_is_a_span_or_a_word_and_never_both() {
        var before = law().on(FIRST);
        assertTrue(before.limit(LIMIT).isPresent());
        assertEquals(Optional.empty(), before.word(LIMIT));
        var after = law().on(LocalDate.parse("2025-01-01"));
        assertEquals(Optional.empty(), after.limit(LIMIT));
        assertEquals("sameAsCase", after.word(LIMIT).orElseThrow().value());
    }

    @Test
    void a_question_that_the_law_does_not_know_is_a_mistake_of_the_program() {
        var rules = law().on(FIRST);
        assertThrows(IllegalArgumentException.class, () -> rules.answer(new Key("no.such")));
        assertThrows(IllegalArgumentException.class, () -> rules.flag(COUNT));
        assertThrows(IllegalArgumentException.class, () -> rules.word(FLAG));
        assertThrows(IllegalArgumentException.class, () -> rules.limit(COUNT));
    }

    @Test
    void entries_without_a_day_begin_at_activation() {
        var open = new Entry(Optional.empty(), new Answer.Stated(List.of(ARTICLE), new Value.Count(2)));
        var entries = Map.of(COUNT, List.of(open, stated("2026-07-01", new Value.Count(3))));
        var law = law(entries, Optional.of(FIRST));
        assertEquals(Optional.empty(), law.on(FIRST.minusDays(1)).count(COUNT));
        assertEquals(2, law.on(FIRST).count(COUNT).orElseThrow().value());
        assertThrows(IllegalArgumentException.class, () -> law(entries, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> law(entries, Optional.of(LocalDate.parse("2026-07-01"))));
    }

    @Test
    void two_entries_of_a_day_are_refused() {
        var twice = List.of(stated("2024-01-01", new Value.Count(2)), stated("2024-01-01", new Value.Count(3)));
        assertThrows(IllegalArgumentException.class, () -> law(Map.of(COUNT, twice), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ-M-12.p2", "LX-14", "CL-11a.p3", "CN-penalty-60", "AJ-N-0"})
    void articles_have_the_ids_of_the_catalogue(String id) {
        assertEquals(id, new ArticleId(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SQ", "SQ-", "sq-1", "SQ-M 1", "SQ-M-1.", "第一条"})
    void nothing_else_is_an_article(String id) {
        assertThrows(IllegalArgumentException.class, () -> new ArticleId(id));
    }
}
