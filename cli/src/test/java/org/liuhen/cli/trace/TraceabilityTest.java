package org.liuhen.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.liuhen.cli.trace.TraceRow.KeyValue;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.ArticleRegister;

class TraceabilityTest {

    private static final ArticleId BOILING = new ArticleId("XX-T-1");
    private static final AgencyCode AGENCY = new AgencyCode("XX");

    private static final String REGISTER = """
            text: XX-T
            agency: XX
            issuer: 某某局
            title: 茶水间管理办法
            titleEn: Rules of the tea kitchen
            form: articles
            articles:
              - {id: XX-T-1, title: 烧水, duty: 水要烧开|再泡。, dutyEn: Water is boiled., fingerprint: "12345678",
                 from: 2026-01-01, area: case,
                 status: encoded, keys: [tea.water, tea.heat]}
              - {id: XX-T-2, title: 洗杯, duty: 杯子要洗净。, dutyEn: Cups are clean., fingerprint: 0a0b0c0d, area: device,
                 status: later, reason: 以后再说, reasonEn: some day}
            """;

    @Duty("tea.water")
    private static final class WaterIsBoiled {}

    @Duty("tea.water")
    private static final class KettleIsFull {}

    private static List<TraceRow> rows() {
        var register = ArticleRegister.parse(new TreeMap<>(Map.of("XX-T.yaml", REGISTER.getBytes(UTF_8))));
        var cases = List.of(new WorkedCase(AGENCY, BOILING, true), new WorkedCase(AGENCY, BOILING, true),
                new WorkedCase(AGENCY, BOILING, false), new WorkedCase(new AgencyCode("YY"), BOILING, true));
        Answers answers = (_, key) -> key.value().equals("tea.heat")
                ? Optional.of(new Answer.Stated(List.of(BOILING), new Value.Count(100))) : Optional.empty();
        return new Traceability(register, answers, DutyIndex.of(List.of(WaterIsBoiled.class, KettleIsFull.class, String.class)),
                key -> key.value().equals("tea.heat") ? Optional.of("kitchen") : Optional.empty(), cases).rows();
    }

    @Test
    void a_row_leads_from_the_article_to_value_code_and_cases() {
        var row = rows().getFirst();
        assertEquals(List.of(new KeyValue("tea.water", "–"), new KeyValue("tea.heat", "100")), row.values());
        assertEquals(List.of("KettleIsFull", "WaterIsBoiled"), row.code());
        assertEquals(List.of("kitchen"), row.features());
        assertEquals(List.of(2, 1), List.of(row.firing(), row.quiet()));
        assertEquals(List.of(), rows().getLast().code());
    }

    @Test
    void the_page_counts_holes_and_escapes_what_would_break_the_table() {
        var page = TracePage.of(new Trace(rows(), List.of()));
        assertTrue(page.contains("| XX-T-1 | **烧水** 水要烧开\\|再泡。 | 已实现 encoded | 2026-01-01 | "
                + "`tea.water` –<br>`tea.heat` 100 | `KettleIsFull`<br>`WaterIsBoiled`<br>kitchen | 2 / 1 | "), page);
        assertTrue(page.contains("| XX-T-2 | **洗杯** 杯子要洗净。 | 待建 later (1) | 启用时填 at activation | – | – | 0 / 0 | 设备 |"), page);
        assertTrue(page.contains("| XX-T | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 |"), page);
    }

    @Test
    void answers_are_shown_in_the_words_of_the_profile() {
        assertEquals("PT24H", stated(new Value.Time(new Limit.Within(new Span.Exact(Duration.ofHours(24)), DayKind.NATURAL))));
        var fiveDays = new Limit.Within(new Span.Calendar(Period.ofDays(5)), DayKind.WORKING);
        assertEquals("P5D working", stated(new Value.Time(fiveDays)));
        assertEquals("promptly", stated(new Value.Time(new Limit.Promptly())));
        assertEquals("2026-01-01", stated(new Value.Day(LocalDate.of(2026, 1, 1))));
        assertEquals("true", stated(new Value.Flag(true)));
        assertEquals("busy 3, other 5", stated(new Value.Counts(Map.of("other", 5, "busy", 3))));
        assertEquals("a, b", stated(new Value.Words(List.of("a", "b"))));
        assertEquals("kettle[water, lid], cup", stated(new Value.Elements(List.of(
                new Element("kettle", BOILING, List.of("water", "lid")), new Element("spoon", new ArticleId("XX-T-2"), List.of()),
                new Element("cup", BOILING, List.of())))));
        assertEquals("notStated", ShownAnswer.of(new Answer.NotStated(Optional.empty()), BOILING));
        assertEquals("default word", ShownAnswer.of(new Answer.Default(List.of(), new Value.Word("word")), BOILING));
    }

    private static String stated(Value value) {
        return ShownAnswer.of(new Answer.Stated(List.of(BOILING), value), BOILING);
    }

    @Test
    void the_page_in_docs_is_not_stale() throws IOException {
        assertEquals(
                Files.readString(Path.of("..", "docs", "traceability.md")), TracePage.of(TraceCommand.shipped()),
                "docs/traceability.md is stale: ./liuhen trace writes it anew");
    }
}
