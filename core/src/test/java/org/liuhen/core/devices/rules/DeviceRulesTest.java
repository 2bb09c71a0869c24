package org.liuhen.core.devices.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.DeviceStory;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Severity;

/** What the five texts find in the life of one device: the words of {@link DeviceStory}. Judged two days later. */
final class DeviceRulesTest {

    /** Nothing is wrong with it. */
    private static final String FINE = "assigned; accepted all; serviced; ";
    private static final String USED = FINE + "out 08:30 caseWork; look all; back 17:00 self good; docked 17:10";

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            SQ | USED                                                       |
            WD | USED                                                       |
            AJ | USED                                                       |
            LX | USED                                                       |
            CL | USED                                                       |
            SQ |                                                            |
            SQ | accepted all                                               | device.assignment SQ-I-6
            LX | accepted all                                               |
            SQ | assigned                                                   | device.tech.acceptance SQ-E-7
            WD | assigned                                                   |
            SQ | assigned; accepted highDefinition,smooth,fileIntegrity     | device.tech.required SQ-E-7.2
            SQ | assigned; accepted batteryAndMemory                        | device.tech.required SQ-E-7.1, device.tech.required SQ-E-7.3, device.tech.required SQ-E-7.4
            AJ | assigned; accepted smooth                                  |
            SQ | bought 2380 检查                                           |
            SQ | bought 2380                                                | device.unrelatedForbidden SQ-E-5.p2
            CL | bought 2380                                                |
            SQ | FINE out 08:30 caseWork; docked 17:10                      | device.preUseCheck.items SQ-D-4.p2
            WD | FINE out 08:30 caseWork; docked 17:10                      | device.preUseCheck.items WD-4.p2
            AJ | FINE out 08:30 caseWork; docked 17:10                      | device.preUseCheck.items AJ-15
            LX | FINE out 08:30 caseWork; docked 17:10                      |
            CL | FINE out 08:30 caseWork; docked 17:10                      |
            SQ | FINE out 08:30 caseWork; look battery,storage; docked 17:10 | device.preUseCheck.items SQ-D-4.p2
            AJ | FINE out 08:30 caseWork; look battery,storage; docked 17:10 |
            SQ | FINE out 08:30 caseWork; look battery,storage; look noFault,clock; docked 17:10 |
            SQ | FINE out 08:30 caseWork; look -battery,storage,noFault,clock; docked 17:10 | device.preUseCheck.items SQ-D-4.p2
            SQ | FINE out 08:30 caseWork; look -battery,storage,noFault,clock; look battery; docked 17:10 |
            SQ | FINE out 08:30 caseWork; look battery,storage,noFault,-clock; docked 17:10 | device.clock.setBeforeUse SQ-I-7
            SQ | FINE out 08:30 caseWork; look battery,storage,noFault,-clock,set; docked 17:10 |
            WD | FINE out 08:30 caseWork; look battery,storage,noFault,-clock; docked 17:10 | device.clock.checkedBeforeUse WD-4.p2
            AJ | FINE out 08:30 caseWork; look battery,storage,noFault,-clock; docked 17:10 |
            CL | FINE out 08:30 caseWork; look battery,storage,noFault,-clock; docked 17:10 |
            SQ | misused 11:00 搬家                                         | device.useOnlyForEnforcement SQ-I-3
            WD | misused 11:00 搬家                                         | device.useOnlyForEnforcement WD-14.6
            AJ | misused 11:00 搬家                                         | device.useOnlyForEnforcement AJ-22.4
            LX | misused 11:00 搬家                                         |
            WD | FINE out 08:30 other; look all; docked 17:10               | device.useOnlyForEnforcement WD-14.6
            CL | FINE out 08:30 other; look all; docked 17:10               |
            WD | FINE out 08:30 caseWork; look all; back 17:00 other good; docked 17:10 | device.lending.forbidden WD-14.2
            WD | FINE out 08:30 caseWork; look all; handed 12:00 other; back 17:00 other good; docked 17:10 |
            WD | FINE out 08:30 caseWork; look all; handed 12:00 other; back 17:00 self good; docked 17:10 | device.lending.forbidden WD-14.2
            SQ | FINE out 08:30 caseWork; look all; back 17:00 other good; docked 17:10 |
            AJ | FINE out 08:30 caseWork; look battery,storage,-noFault; docked 17:10 | device.fault.stop AJ-16
            AJ | FINE out 08:30 caseWork; look battery,storage,-noFault; fault 08:45 08:50 09:00; docked 17:10 |
            AJ | FINE out 08:30 caseWork; look all; back 17:00 self damaged; docked 17:10 | device.fault.stop AJ-16
            AJ | FINE out 08:30 caseWork; look all; back 17:00 self damaged; fault 17:00 17:00 17:05; docked 17:10 |
            WD | FINE out 08:30 caseWork; look all; back 17:00 self damaged; docked 17:10 |
            AJ | fault 08:00 08:00                                          | device.fault.report AJ-16
            AJ | fault 08:00 08:00 +09:00                                   |
            AJ | fault 08:00 08:00; told +09:00                             |
            SQ | fault 08:00 08:00                                          |
            AJ | fault 08:00 08:00 08:05; repaired professional working 80  |
            AJ | fault 08:00 08:00 08:05; repaired selfMade working         | device.fault.repairBy AJ-16, device.fault.privateDismantling.forbidden AJ-16.p2
            AJ | fault 08:00 08:00 08:05; repaired selfMade working 80      | device.fault.repairBy AJ-16, device.fault.privateDismantling.forbidden AJ-16.p2, report device.fault.selfRepairReimbursed AJ-16.p2
            WD | fault 08:00 08:00 08:05; repaired selfMade working 80      |
            SQ | assigned; accepted all; out 08:30 caseWork; look all; back 17:00 self good; docked 17:10 | device.maintenance.periodic SQ-D-4.p3
            AJ | out 08:30 caseWork; look all; back 17:00 self good; docked 17:10 | device.maintenance.periodic AJ-15
            AJ | out 08:30 caseWork; look all; docked 17:10                 |
            WD | out 08:30 caseWork; look all; back 17:00 self good; docked 17:10 |
            AJ | out 08:30 caseWork; look all; back 17:00 self good; docked 17:10; retired |
            SQ | accepted smooth; lost 09:00                                |
            SQ | FINE out 08:30 caseWork worn:leftShoulder; look all; docked 17:10 |
            SQ | FINE out 08:30 caseWork worn:handheld; look all; docked 17:10 |
            SQ | FINE out 08:30 caseWork worn:other; look all; docked 17:10 | device.wear.positions SQ-D-5
            AJ | FINE out 08:30 caseWork worn:other; look all; docked 17:10 |
            AJ | FINE out 08:30 caseWork worn:handheld; look all; docked 17:10 | device.wear.required AJ-13
            WD | FINE out 08:30 caseWork worn:other; look all; docked 17:10 |
            SQ | missing A0003                                              | recording.privateKeeping.forbidden SQ-M-21.p2
            AJ | missing A0003                                              | recording.privateKeeping.forbidden AJ-22.3
            CL | missing A0003                                              | recording.privateKeeping.forbidden CL-19.p2
            LX | missing A0003 A0005-A0007                                  | recording.privateKeeping.forbidden LX-23.p2, recording.privateKeeping.forbidden LX-23.p2
            WD | missing A0003                                              | avRecord.selective.forbidden WD-8
            SQ | missing A0003; missing                                     |
            WD | missing A0003; missing                                     |
            SQ | seen 2 P9D                                                 | recording.privateKeeping.forbidden SQ-M-21.p2
            AJ | seen 2 P9D                                                 | recording.privateKeeping.forbidden AJ-22.3
            CL | seen 2 P9D                                                 | recording.privateKeeping.forbidden CL-19.p2
            LX | seen 2 P9D                                                 | recording.privateKeeping.forbidden LX-23.p2
            WD | seen 2 P9D                                                 |
            SQ | seen 2 P6D                                                 |
            SQ | seen 2 P9D; seen 1 P6D                                     |
            SQ | seen 2 P9D; seen 0                                         |
            SQ | seen 0                                                     |
            SQ | FINE out 08:30 caseWork; look all                          | recording.handOver.due SQ-D-9
            SQ | FINE out 08:30 caseWork; look all; docked 08:29            | recording.handOver.due SQ-D-9
            SQ | FINE out 08:30 caseWork; look all; back 17:00 self good    |
            SQ | FINE out 08:30 caseWork; look all; back +00:00 self good   | recording.handOver.due SQ-D-9
            SQ | FINE out 08:30 caseWork; look all; back +00:00 self good; docked +09:00 |
            SQ | FINE out 08:30 caseWork; look all; lost 12:00              |
            LX | FINE out 08:30 caseWork; look all                          | recording.storeWithin LX-23
            CL | FINE out 08:30 caseWork; look all                          | recording.storeWithin CL-19.p2
            WD | FINE out 08:30 caseWork; look all                          | recording.storeWithin WD-9
            AJ | FINE out 08:30 caseWork; look all                          | recording.storeWithin AJ-9
            LX | FINE out 08:30 caseWork; look all; back +08:00 self good   |
            LX | FINE out 08:30 caseWork; look all; back +08:31 self good   | recording.storeWithin LX-23
            WD | serviced                                                   |
            WD | named other; serviced                                      | device.maintenance.by WD-4
            WD | named nobody; serviced                                     | device.maintenance.by WD-4
            CL | named other; serviced                                      |
            SQ | FINE out 08:30 caseWork; look all; back 17:00 self good; made 16:59 17:30        |
            SQ | FINE out 08:30 caseWork; look all; back 17:00 self good; made 17:01 17:30        | device.useOnlyForEnforcement SQ-I-3
            SQ | FINE out 08:30 caseWork; look all; back 17:00 self good; made 17:01 17:30 PT1M   |
            SQ | FINE out 08:30 caseWork; look all; back 17:00 self good; made 17:02 17:30 PT1M   | device.useOnlyForEnforcement SQ-I-3
            SQ | FINE out 08:30 caseWork; look all; back 17:00 self good; made 08:00 08:29        |
            LX | FINE out 08:30 caseWork; look all; back 17:00 self good; made 18:00 18:30        |
            SQ | FINE out 08:30 caseWork; look all; made 08:39 08:50; back 17:00 self good        | device.preUseCheck.when SQ-I-7
            SQ | FINE out 08:30 caseWork; look all; made 08:39 08:50 PT1M; back 17:00 self good   |
            SQ | FINE out 08:30 caseWork; look all; made 08:40 08:50; back 17:00 self good        |
            WD | FINE out 08:30 caseWork; look all; made 08:39 08:50; back 17:00 self good        | device.preUseCheck.when WD-4.p2
            """)
    void what_is_found(String agency, String story, String expected) {
        var law = TestLaw.of(agency);
        var told = DeviceStory.under(law, Optional.ofNullable(story).orElse("").replace("USED", USED).replace("FINE ", FINE));
        var wanted = Optional.ofNullable(expected).stream().flatMap(all -> Arrays.stream(all.split(", "))).sorted().collect(Collectors.joining(", "));
        assertEquals(wanted, words(law, told));
    }

    private static String words(Law law, DeviceStory told) {
        return DeviceRules.ALL.stream().map(rule -> rule.check(told.device(), law, DeviceStory.LATER)).collect(Assessment.all()).findings().stream()
                .map(DeviceRulesTest::words).sorted().collect(Collectors.joining(", "));
    }

    private static String words(Finding finding) {
        var cited = switch (finding.authority()) {
            case Authority.Article(ArticleId id) -> id.value();
            case Authority.ProductDefault _ -> "product";
        };
        return (finding.severity() == Severity.REPORT ? "report " : "") + finding.key().duty() + " " + cited;
    }

    /** Only recorders and terminals have a manager each and are looked at like this. */
    @ParameterizedTest
    @CsvSource({"CAMERA, ''", "PHONE, device.tech.required SQ-E-7.1", "VOICE_RECORDER, ''"})
    void other_devices_need_less(DeviceKind kind, String expected) {
        var law = TestLaw.of("SQ");
        assertEquals(expected, words(law, DeviceStory.under(law, kind, "accepted batteryAndMemory,smooth,fileIntegrity")));
    }

    /** Until the day is over somebody may still look at it; when it is back, nobody can any more. */
    @Test
    void a_check_may_come_until_the_day_is_over_or_the_device_is_back() {
        var law = TestLaw.of("AJ");
        var rule = new CheckedBeforeUse();
        var story = DeviceStory.under(law, "out 08:30 caseWork");
        var open = rule.check(story.device(), law, DeviceStory.at("09:00"));
        assertEquals(List.of(), open.findings());
        var change = open.nextChangeAt().orElseThrow();
        assertEquals(List.of(), rule.check(story.device(), law, change.minusNanos(1)).findings());
        assertEquals(1, rule.check(story.device(), law, change).findings().size());
        assertEquals(DeviceStory.at("+00:00"), change);
        story.tell("back 10:00 self good");
        assertEquals(1, rule.check(story.device(), law, DeviceStory.at("10:01")).findings().size());
    }

    /** The last moment is in time; after it the finding comes by itself. */
    @ParameterizedTest
    @CsvSource({"SQ, +00:00", "AJ, +00:00", "LX, +08:30", "WD, +08:30"})
    void a_device_that_is_out_is_told_of_when_its_time_is_over(String agency, String due) {
        var law = TestLaw.of(agency);
        var device = DeviceStory.under(law, FINE + "out 08:30 caseWork; look all").device();
        var change = DeviceRules.assess(device, law, DeviceStory.at("12:00")).nextChangeAt().orElseThrow();
        assertEquals(List.of(), DeviceRules.assess(device, law, change.minusNanos(1)).findings());
        assertEquals(1, DeviceRules.assess(device, law, change).findings().size());
        assertEquals(0, java.time.Duration.between(DeviceStory.at(due), change).toSeconds());
    }

    /** One of the same numbers after the counter was set back is another one; what is missing still keeps its place. */
    @Test
    void numbers_that_are_missing_are_named_once_each() {
        var law = TestLaw.of("SQ");
        var story = DeviceStory.under(law, "missing A0003 A0005-A0007 A0003");
        assertEquals(List.of("A0003", "A0003 (2)", "A0005–A0007"), occurrences(law, story));
        assertTrue(DeviceRules.assess(story.device(), law, DeviceStory.LATER).findings().getLast().what().zh().contains("编号 A0005–A0007 的文件没有入库，共 3 个"));
        story.tell("missing A0005-A0007");
        assertEquals(List.of("A0005–A0007"), occurrences(law, story));
    }

    private static List<String> occurrences(Law law, DeviceStory story) {
        return DeviceRules.assess(story.device(), law, DeviceStory.LATER).findings().stream().map(finding -> finding.key().occurrence()).toList();
    }

    /** The texts give no interval; where an agency sets one, it counts from the last service, and from the first use. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-30 | accepted all                      | device.maintenance.periodic SQ-D-4.p3
            2026-05-10 | accepted all                      |
            2026-05-12 | accepted all                      | device.maintenance.periodic SQ-D-4.p3
            2026-05-12 | accepted all; serviced 2026-03-02 |
            2026-05-31 | accepted all; serviced 2026-03-02 |
            2026-06-01 | accepted all; serviced 2026-03-02 | device.maintenance.periodic SQ-D-4.p3
            """)
    void an_interval_of_the_agency_counts_from_the_last_service(LocalDate day, String story, String expected) {
        var law = TestLaw.like("SQ").with("device.maintenance.interval", "limit | SQ-D-4.p3 | P90D").law();
        var told = DeviceStory.under(law, "assigned; " + story);
        var found = new MaintainedRegularly().check(told.device(), law, day.atTime(12, 0).atZone(law.zone()).toInstant());
        assertEquals(Optional.ofNullable(expected).stream().toList(), found.findings().stream().map(DeviceRulesTest::words).toList());
    }

    /** Where an agency gives a number, the last moment is in time. */
    @Test
    void a_fault_may_be_reported_until_the_limit_is_over() {
        var law = TestLaw.like("AJ").with("device.fault.report", "limit | AJ-16 | PT2H").law();
        var rule = new FaultReportedPromptly();
        assertEquals(List.of(), rule.check(DeviceStory.under(law, "fault 08:00 08:00 10:00").device(), law, DeviceStory.LATER).findings());
        assertEquals(1, rule.check(DeviceStory.under(law, "fault 08:00 08:00 10:01").device(), law, DeviceStory.LATER).findings().size());
        var silent = DeviceStory.under(law, "fault 08:00 08:00").device();
        assertEquals(Optional.of(DeviceStory.at("10:00").plusNanos(1)), rule.check(silent, law, DeviceStory.at("09:00")).nextChangeAt());
        assertEquals(1, rule.check(silent, law, DeviceStory.at("10:00").plusNanos(1)).findings().size());
    }

    @Test
    void every_duty_is_a_key_and_every_finding_has_words() {
        for (var type : Stream.concat(DeviceRules.ALL.stream().map(Object::getClass), Stream.of(AllowedUse.class, AnsweredForByUser.class)).toList()) {
            var duty = type.getAnnotation(Duty.class);
            assertTrue(duty != null, () -> type + " has no duty");
            TestLaw.of("SQ").on(TestLaw.FROM).answer(new Key(duty.value()));
        }
    }
}
