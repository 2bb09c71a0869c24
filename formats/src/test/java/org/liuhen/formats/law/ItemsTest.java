package org.liuhen.formats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Malformed;

final class ItemsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Rules rules(String agency) {
        return Profile.law(new AgencyCode(agency), Optional.of(LocalDate.of(2024, 1, 1))).on(DAY);
    }

    private static RecordedItem item(String agency, String id) {
        return Items.shipped().item(id, rules(agency)).orElseThrow();
    }

    /** The regulation's list has ten rows; taking and lifting are acts of their own in two of them. */
    @Test
    void the_ten_rows_of_sq_stand_in_the_list_as_they_are_printed() {
        var rows = new TreeMap<String, TreeSet<String>>();
        for (var item : Items.shipped().list(rules("SQ"))) {
            if (item.authority() instanceof Authority.Article(ArticleId id)) rows.computeIfAbsent(id.value(), _ -> new TreeSet<>()).add(item.id());
        }
        assertEquals(Map.of(
                "SQ-L-1", new TreeSet<>(List.of("siteInspection")),
                "SQ-L-2", new TreeSet<>(List.of("sampling")),
                "SQ-L-3", new TreeSet<>(List.of("hearing")),
                "SQ-L-4", new TreeSet<>(List.of("registrationPreservationLifted", "registrationPreservationTaken")),
                "SQ-L-5", new TreeSet<>(List.of("coerciveMeasureLifted", "coerciveMeasureTaken")),
                "SQ-L-6", new TreeSet<>(List.of("licenceSiteVerification")),
                "SQ-L-7", new TreeSet<>(List.of("summaryProcedureDispute")),
                "SQ-L-8", new TreeSet<>(List.of("lienService", "publicNoticeService")),
                "SQ-L-9", new TreeSet<>(List.of("correctionWithinTerm")),
                "SQ-L-10", new TreeSet<>(List.of("officerJudgement"))), rows);
    }

    @Test
    void the_rows_that_differ_from_the_others() {
        assertEquals(new TreeSet<>(List.of(Means.TEXT, Means.COPY, Means.PHOTO, Means.VIDEO)), item("SQ", "registrationPreservationTaken").means());
        assertEquals(new TreeSet<>(List.of(Means.PHOTO, Means.VIDEO)), item("SQ", "lienService").means());
        assertEquals("disputeNoticed", item("SQ", "summaryProcedureDispute").startPoint());
        assertEquals(RecordedItem.AS_FITS, item("SQ", "officerJudgement").startPoint());
        assertEquals(RecordedItem.AS_FITS, item("SQ", "officerJudgement").endPoint());
    }

    /** Their texts demand a list or speak of acts, and print none. */
    @ParameterizedTest
    @ValueSource(strings = {"CL", "LX", "WD", "AJ"})
    void an_agency_without_a_list_of_its_own_starts_from_ours(String agency) {
        for (var item : Items.shipped().list(rules(agency))) assertEquals(new Authority.ProductDefault(), item.authority(), item.id());
    }

    /** What an agency's text names must be an act that people can choose. */
    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ"})
    void every_event_of_an_agency_is_an_act_of_the_list(String agency) {
        var rules = rules(agency);
        var events = Items.shipped().list(rules).stream().flatMap(item -> item.events().stream()).toList();
        for (var element : rules.elements(new Key("avRecord.required.events"))) {
            assertTrue(events.contains(element.word()), element.word());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"avRecord.exemption.reasons", "avRecord.interruption.causes", "avRecord.focus.items", "avRecord.focus.onUnlawfulAct"})
    void every_word_that_a_page_shows_has_a_title(String key) {
        var words = Keys.shipped().get(new Key(key)).orElseThrow().words();
        assertTrue(words.size() > 1);
        for (var word : words) assertTrue(Items.shipped().title(word).isPresent(), word);
    }

    @Test
    void a_point_that_nobody_named_is_told_by_its_line() {
        var yaml = """
                points:
                  asFits: {title: 适时, en: As fits}
                acts:
                  one: {title: 一, en: One, contents: 一, contentsEn: One, events: [], means: [text], start: asFits, end: never}
                words: {}
                """;
        var wrong = assertThrows(Malformed.class, () -> Items.parse(yaml.getBytes(StandardCharsets.UTF_8)));
        assertTrue(String.valueOf(wrong.getMessage()).contains("4"), wrong.getMessage());
    }
}
