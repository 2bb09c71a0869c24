package org.liuhen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RowTest {

    private static final List<String> CONTRACT = List.of("bench", "metric", "value", "unit", "peer", "ratio", "bar", "met");

    @Test
    void a_judged_row_prints_what_the_contract_names() {
        var row = Row.of("sm3", "tree", 2060.4, "MB/s").against("openssl \"sm3\"", 4.071).judgedBy(List.of(Bar.times("tree", 4)));
        assertEquals("{\"bench\":\"sm3\",\"metric\":\"tree\",\"value\":2060,\"unit\":\"MB/s\","
                + "\"peer\":\"openssl \\\"sm3\\\"\",\"ratio\":4.07,\"bar\":\"≥ 4 ×\",\"met\":true}", row.toJson());
    }

    @Test
    void a_bare_row_has_the_same_fields() {
        var json = JsonMapper.shared().readTree(Row.of("sm3", "tree", 0.10888, "bytes").toJson());
        assertEquals(CONTRACT, List.copyOf(json.propertyNames()));
        assertEquals(0.1089, json.get("value").doubleValue());
        for (var absent : CONTRACT.subList(4, 8)) {
            assertTrue(json.get(absent).isNull(), absent);
        }
    }

    @Test
    void a_bar_judges_at_its_edge() {
        var row = Row.of("b", "m", 5, "s");
        assertEquals(true, row.judgedBy(List.of(Bar.atMost("m", 5, "s"))).met());
        assertEquals(false, Row.of("b", "m", 5.001, "s").judgedBy(List.of(Bar.atMost("m", 5, "s"))).met());
        assertEquals(true, row.judgedBy(List.of(Bar.atLeast("m", 5, "/s"))).met());
        assertEquals(false, row.against("p", 3.999).judgedBy(List.of(Bar.times("m", 4))).met());
        assertEquals(true, row.against("p", 0.8).judgedBy(List.of(Bar.times("m", 0.8))).met());
        assertEquals(null, row.judgedBy(List.of(Bar.atMost("another", 5, "s"))).met());
    }

    @Test
    void what_was_not_measured_is_no_row() {
        assertThrows(IllegalArgumentException.class, () -> Row.of("b", "m", 0.0 / 0.0, "s"));
        assertThrows(IllegalArgumentException.class, () -> Row.of("b", "m", 1, "s").against("p", 1 / 0.0));
        assertThrows(IllegalStateException.class, () -> Row.of("b", "m", 1, "s").judgedBy(List.of(Bar.times("m", 4))));
        assertThrows(IllegalStateException.class, () -> new Samples().median());
    }

    @Test
    void samples_have_a_median_and_percentiles() {
        var samples = new Samples();
        for (var value = 200; value > 0; value--) {
            samples.add(value);
        }
        assertEquals(List.of(100.0, 198.0, 200.0), List.of(samples.median(), samples.percentile(99), samples.max()));
        assertFalse(samples.percentile(0.1) > 1);
    }
}
