package org.liuhen.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.values.Bilingual;

class AssessmentTest {

    private static final Authority ARTICLE = new Authority.Article(new ArticleId("SQ-M-21"));
    private static final Bilingual TEXT = new Bilingual("超时", "late");

    private static Finding finding(String subject, Severity severity, Authority authority) {
        var key = new FindingKey("recording.storeWithin", subject, "");
        return new Finding(key, severity, authority, TEXT, TEXT, Optional.empty());
    }

    @Test
    void all_findings_and_the_earliest_change() {
        var first = Assessment.of(finding("r1", Severity.ALERT, ARTICLE));
        var second = Assessment.of(finding("r2", Severity.ALERT, ARTICLE));
        var soon = Instant.parse("2026-03-03T07:00:00Z");
        var later = Assessment.quietUntil(soon.plusSeconds(9));
        var all = Stream.of(first, later, second, Assessment.quietUntil(soon), Assessment.quiet()).collect(Assessment.all());
        assertEquals(List.of("r1", "r2"), all.findings().stream().map(found -> found.key().subject()).toList());
        assertEquals(Optional.of(soon.plusNanos(1)), all.nextChangeAt()); // the last instant itself is in time
        assertEquals(Assessment.quiet(), Stream.<Assessment>of().collect(Assessment.all()));
    }

    @Test
    void parts_that_were_assessed_side_by_side_come_together_in_order() {
        var parts = List.of("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8");
        var all = parts.parallelStream().map(id -> Assessment.of(finding(id, Severity.REPORT, ARTICLE)))
                .collect(Assessment.all());
        assertEquals(parts, all.findings().stream().map(found -> found.key().subject()).toList());
    }

    @Test
    void a_default_of_the_product_never_blocks() {
        var proposal = new Authority.ProductDefault();
        assertThrows(IllegalArgumentException.class, () -> finding("r1", Severity.BLOCK, proposal));
        assertEquals(Severity.ALERT, finding("r1", Severity.ALERT, proposal).severity());
        assertFalse(new Missing("textRecord.refusal.minOfficerSignatures", proposal, TEXT, TEXT).blocks());
        assertTrue(new Missing("textRecord.refusal.minOfficerSignatures", ARTICLE, TEXT, TEXT).blocks());
    }

    @Test
    void a_finding_without_a_subject_cannot_be_told_from_another() {
        assertThrows(IllegalArgumentException.class, () -> new FindingKey("recording.storeWithin", " ", ""));
        assertThrows(IllegalArgumentException.class, () -> new FindingKey("", "r1", ""));
    }
}
