package org.liuhen.cli.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liuhen.formats.law.Keys;

/** The build fails where an article is said to be there and is not. */
class CoverageTest {

    private static Trace shipped() throws IOException {
        return TraceCommand.shipped();
    }

    @Test
    void an_article_that_is_there_has_a_case_that_finds_it_and_one_that_does_not() throws IOException {
        assertEquals(List.of(), names(shipped().rows().stream().filter(TraceRow::lacksCases).toList()));
    }

    @Test
    void an_article_that_is_there_has_code() throws IOException {
        assertEquals(List.of(), names(shipped().rows().stream().filter(TraceRow::lacksCode).toList()));
    }

    @Test
    void a_reason_to_have_no_case_stands_only_where_there_is_none() throws IOException {
        assertEquals(List.of(), names(shipped().rows().stream()
                .filter(row -> row.article().noCase().isPresent() && row.firing() > 0)
                .toList()));
    }

    @Test
    void laws_of_the_whole_country_have_code_and_both_sides() throws IOException {
        var national = shipped().national();
        assertEquals(
                Set.of("CN-penalty-56", "CN-penalty-60", "CN-penalty-61", "CN-penalty-64", "CN-penalty-67", "CN-penalty-72",
                        "CN-penalty-85", "CN-compulsion-25", "CN-compulsion-53", "CN-compulsion-54", "CN-compulsion-69",
                        "CN-licence-32", "CN-licence-42", "CN-licence-82"),
                national.stream().map(row -> row.article().value()).collect(Collectors.toSet()));
        for (var row : national) {
            assertTrue(row.firing() > 0 && row.quiet() > 0, row.article().value());
            assertTrue(!row.code().isEmpty() || !row.features().isEmpty(), row.article().value());
        }
    }

    @Test
    void every_key_is_bound_to_a_duty_or_says_what_uses_it() throws IOException {
        var duties = DutyIndex.ofCore();
        assertEquals(List.of(), Keys.shipped().all().stream()
                .filter(key -> key.feature().isEmpty() && key.later().isEmpty() && duties.classes(key.key()).isEmpty())
                .map(key -> key.key().value())
                .toList());
    }

    private static List<String> names(List<TraceRow> rows) {
        return rows.stream().map(row -> row.article().id().value()).toList();
    }
}
