package org.liuhen.core.recordings.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.law.Key;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.ActivityStory;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.values.Decision;

/** What the five texts find in the same morning on site: an inspection from 9:00 to 10:00. Judged two days later. */
final class ActivityRulesTest {

    /** As the officers of SQ tell it when nothing is wrong: the words of {@link ActivityStory}. */
    private static final String CLEAN = "said; shown 09:00; told party; told othersOnScene; tags; photo 09:30; paper 09:00-10:00";

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SQ | cam 09:00-10:00                                             |
            SQ | cam 09:00-09:30; cam 09:30:05-10:00                         |
            SQ | cam 09:00-09:30; cam 09:35-10:00                            | avRecord.continuous.required SQ-I-9
            SQ | cam 09:00-09:30; cam 09:35-10:00; broken 09:30-09:35 deviceFault spoken |
            SQ | cam 09:00-09:30; cam 09:35-10:00; broken 09:30-09:35 deviceFault        | avRecord.interruption.voiceExplanation SQ-M-20
            SQ | cam 09:00-09:30; cam 09:35-10:00; broken 09:30-09:35 lunch spoken       | avRecord.interruption.causes SQ-M-20
            SQ | cam 09:05-10:00                                             | avRecord.span.start SQ-I-9, avRecord.timeMatch.required SQ-D-7.p2
            SQ | cam 09:00-09:50                                             | avRecord.span.end SQ-I-9, avRecord.timeMatch.required SQ-D-7.p2
            SQ | cam 09:05-10:00; unsure 400                                 |
            SQ | cam 09:00-10:00; cam 14:00-14:10                            | avRecord.backfill.forbidden SQ-I-11.p4
            SQ | nothing                                                     | avRecord.required.mode SQ-M-17
            SQ | nothing; reason avRecord.required.mode                      |
            SQ | nothing; exempt urgent                                      | avRecord.exemption.workRecord SQ-I-5.p2
            SQ | nothing; exempt urgent; workRecord                          |
            SQ | cam 09:00-09:50; gaveUp 09:50 deviceFault; paper 09:00-09:50 | avRecord.cannotContinue.writtenStatement SQ-M-20.p2, avRecord.cannotContinue.reportTo SQ-I-11.p3, avRecord.cannotContinue.reportTo SQ-D-8
            SQ | cam 09:00-09:50; gaveUp 09:50 deviceFault enforcementUnitHead leaderInCharge; signed; signed2; paper 09:00-09:50 |
            SQ | heavy; cam 09:00-09:30; cam2 09:20-10:00                    |
            SQ | heavy; cam 09:00-09:30; cam2 09:40-10:00                    | avRecord.fullCourse.events SQ-M-17.p2, avRecord.continuous.required SQ-I-9
            LX | cam 09:00-09:30; cam 09:35-10:00                            | avRecord.interruption.voiceExplanation LX-22
            LX | cam 09:05-09:50                                             | avRecord.cannotContinue.writtenStatement LX-22.p2
            LX | cam 09:05-10:00                                             |
            LX | heavy; cam 09:05-10:00                                      | avRecord.fullCourse.events LX-19.p2
            LX | nothing                                                     | avRecord.required.mode LX-19
            WD | cam 09:00-09:30; cam 09:35-10:00                            | avRecord.continuous.required WD-8
            WD | nothing                                                     | avRecord.required.mode WD-5
            WD | cam 09:00-10:00; cam 14:00-14:10                            | avRecord.backfill.forbidden WD-8
            AJ | cam 09:00-09:30; cam 09:35-10:00                            |
            AJ | nothing                                                     | avRecord.required.mode AJ-6
            AJ | violation; cam 09:00-09:30; cam 09:35-10:00                 | avRecord.fullCourse.events AJ-13
            AJ | violation; cam 09:00-09:30; cam 09:35-10:00; reason avRecord.fullCourse.events |
            AJ | nothing; violation                                          | avRecord.required.mode AJ-6, avRecord.fallback.scope AJ-13.p2
            AJ | nothing; violation; photo 09:30; reason avRecord.fullCourse.events |
            WD | nothing; reason avRecord.required.mode                      | avRecord.required.mode WD-5
            WD | nothing; defect avRecord.required.mode                      |
            SQ | unguided; cam 09:00-10:00                                   | avRecord.phraseGuide.required SQ-M-18
            SQ | unguided; cam 09:00-10:00; reason avRecord.phraseGuide.required |
            LX | unguided; cam 09:00-10:00                                   | avRecord.phraseGuide.required LX-20
            WD | unguided; cam 09:00-10:00                                   | avRecord.phraseGuide.required WD-7.p3
            AJ | unguided; cam 09:00-10:00                                   |
            SQ | cam 09:00-10:00; paper 09:00-10:00 09:58                    |
            SQ | cam 09:00-10:00; paper 09:00-10:00 10:20                    | avRecord.focus.items SQ-I-10.6
            SQ | cam 09:00-10:00; unsure 1800; paper 09:00-10:00 10:20       |
            LX | cam 09:00-10:00; paper 09:00-10:00 10:20                    |
            SQ | nothing; before 2026-02-20 2026-02-25; exempt objectiveCause deviceFault; workRecord | reading.SQ.repeat.count product
            SQ | nothing; before 2026-02-25; exempt objectiveCause deviceFault; workRecord            |
            SQ | nothing; before 2025-12-20 2026-02-25; exempt objectiveCause deviceFault; workRecord |
            SQ | nothing; before 2026-02-20 2026-02-25; exempt urgent; workRecord                     |
            CL | photo 09:30                                                 | avRecord.required.mode CL-18.p2, avRecord.itemsList.required product, avRecord.itemsList.required product
            CL | nothing                                                     | avRecord.required.mode CL-18.p2
            CL | nothing; exempt unsuitable                                  |
            """)
    void what_is_found(String agency, String story, String expected) {
        var law = TestLaw.of(agency);
        var clean = story.startsWith("nothing") ? CLEAN.replace("photo 09:30; ", "") : CLEAN;
        var told = ActivityStory.under(law, clean + "; " + story);
        var found = ActivityRules.ALL.stream().map(rule -> rule.check(told.known(), law, ActivityStory.LATER)).collect(Assessment.all());
        var words = found.findings().stream()
                .map(finding -> finding.key().duty() + " " + ActivityStory.cited(finding.authority()))
                .sorted()
                .collect(Collectors.joining(", "));
        var wanted = Optional.ofNullable(expected).stream().flatMap(all -> Arrays.stream(all.split(", "))).sorted()
                .collect(Collectors.joining(", "));
        assertEquals(wanted, words);
    }

    @ParameterizedTest(name = "{0} without {1}: {2}")
    @CsvSource({
        "SQ, told party, avRecord.announcement.required SQ-D-6",
        "SQ, shown, avRecord.certificateShowing.recorded SQ-D-7",
        "SQ, tags, avRecord.focus.items SQ-M-19.1",
        "SQ, paper, avRecord.itemsList.required SQ-L-1|avRecord.linkToText.required SQ-M-16.p2",
        "SQ, photo, avRecord.itemsList.required SQ-L-1",
        "LX, told party, avRecord.announcement.required LX-6.p2",
        "LX, shown, ''",
        "WD, told othersOnScene, avRecord.announcement.required WD-7.p2",
        "WD, said, avRecord.voiceIntro.required WD-7",
        "WD, shown, avRecord.certificateShowing.recorded WD-6.3",
        "AJ, told party, ''",
        "CL, told party, avRecord.announcement.required product",
    })
    void what_is_not_declared(String agency, String without, String expected) {
        var law = TestLaw.of(agency);
        var told = ActivityStory.under(law, Arrays.stream(CLEAN.split("; "))
                .filter(step -> !step.startsWith(without)).collect(Collectors.joining("; ")) + "; cam 09:00-10:00");
        var words = ActivityRules.ALL.stream().map(rule -> rule.check(told.known(), law, ActivityStory.LATER)).collect(Assessment.all())
                .findings().stream()
                .map(finding -> finding.key().duty() + " " + ActivityStory.cited(finding.authority()))
                .sorted()
                .collect(Collectors.joining("|"));
        assertEquals(expected, words);
    }

    @Test
    void an_objective_cause_is_named_and_an_article_of_a_list_lies_within_the_activity() {
        var story = ActivityStory.under(TestLaw.of("SQ"), "nothing");
        var unnamed = new ActivityCommand.ExemptActivity("objectiveCause", "设备送检", Optional.empty(), Optional.of(" "));
        assertEquals("empty", assertInstanceOf(Decision.Refused.class, story.decide(unnamed)).refusal().code());
        var late = new ActivityCommand.ShowArticle(Optional.empty(), "货架", Optional.empty(), Optional.empty(),
                ActivityStory.at("10:01"));
        assertEquals("contradictory", assertInstanceOf(Decision.Refused.class, story.decide(late)).refusal().code());
        var last = new ActivityCommand.ShowArticle(Optional.empty(), "货架", Optional.empty(), Optional.empty(),
                ActivityStory.at("10:00"));
        assertInstanceOf(Decision.Accepted.class, story.decide(last));
    }

    /** Nothing is missing while the day, or the time to hand in, is not over; the clock is told when to look again. */
    @Test
    void what_may_still_come_is_not_missing_yet() {
        var law = TestLaw.of("SQ");
        var story = ActivityStory.under(law, "nothing");
        var early = new ItemRecorded().check(story.known(), law, ActivityStory.at("10:05"));
        assertEquals(List.of(), early.findings());
        var due = early.nextChangeAt().orElseThrow();
        assertEquals(List.of(), new ItemRecorded().check(story.known(), law, due.minusNanos(1)).findings());
        assertEquals(1, new ItemRecorded().check(story.known(), law, due).findings().size());
        assertEquals(ActivityStory.at("10:00").plusSeconds(86_400).plusNanos(1), due);
    }

    @Test
    void nothing_is_closed_with_an_unexplained_break_and_a_defect_statement_is_the_way_out() {
        var law = TestLaw.of("SQ");
        var story = ActivityStory.under(law, CLEAN + "; cam 09:00-09:30; cam 09:35-10:00");
        var refused = assertInstanceOf(Decision.Refused.class, story.decide(new ActivityCommand.CloseActivity()));
        assertEquals("incomplete", refused.refusal().code());
        story.tell("defect avRecord.continuous.required");
        var closed = assertInstanceOf(Decision.Accepted.class, story.decide(new ActivityCommand.CloseActivity()));
        assertEquals(List.of(new ActivityEvent.ActivityClosed(true)), closed.events());
    }

    @Test
    void every_rule_is_bound_to_a_key() {
        for (var rule : ActivityRules.ALL) {
            var duty = rule.getClass().getAnnotation(Duty.class);
            assertTrue(duty != null, () -> rule.getClass() + " has no duty");
            TestLaw.of("SQ").on(TestLaw.FROM).answer(new Key(duty.value()));
        }
    }
}
