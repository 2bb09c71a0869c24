package org.liuhen.core.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.devices.rules.DeviceRules;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;

/** What a device goes through, step by step: the words of {@link DeviceStory}. */
final class DeviceLivesTest {

    @ParameterizedTest(name = "{0}: {1}: then {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            SQ | assigned                                  | out 08:30 caseWork         |
            SQ | assigned other                            | out 08:30 caseWork         |
            SQ |                                           | out 08:30 caseWork         | incomplete device.assignment
            LX |                                           | out 08:30 caseWork         |
            SQ | assigned                                  | out 08:30 other            | incomplete device.allowedUses
            SQ |                                           | out 08:30 other            | incomplete device.allowedUses device.assignment
            WD |                                           | out 08:30 other            |
            AJ |                                           | out 08:30 other            |
            SQ | assigned                                  | out 08:30 caseWork clerk   | no-officer
            SQ | assigned                                  | out 08:30 caseWork nobody  | no-officer
            SQ | assigned                                  | asOfficer out 08:30 caseWork other | for-self-only
            SQ | assigned                                  | asOfficer out 08:30 caseWork |
            SQ | assigned; out 08:30 caseWork              | out 08:30 caseWork         |
            SQ | assigned; out 08:30 caseWork              | out 09:00 caseWork other   | already-out device.responsibility
            WD | out 08:30 caseWork                        | out 09:00 caseWork other   | already-out device.responsibility
            AJ | out 08:30 caseWork                        | out 09:00 caseWork other   | already-out
            SQ | assigned; out 08:30 caseWork; back 17:00 self good | out 16:00 caseWork other | already-out device.responsibility
            SQ | assigned; out 08:30 caseWork; back 17:00 self good | out 17:00 caseWork other |
            AJ | fault 08:00 08:00                         | out 08:30 caseWork         | device-stopped device.fault.stop
            CL | fault 08:00 08:00                         | out 08:30 caseWork         | device-stopped
            AJ | fault 08:00 08:00; repaired professional working | out 08:30 caseWork  |
            AJ | fault 08:00 08:00; repaired foundInOrder working | out 08:30 caseWork  |
            AJ | fault 08:00 08:00; repaired professional broken  | out 08:30 caseWork  | device-stopped device.fault.stop
            AJ | sent                                      | out 08:30 caseWork         | device-in-repair
            AJ | lost 08:00                                | out 08:30 caseWork         | device-lost
            AJ | lost 08:00; found 08:10                   | out 08:30 caseWork         |
            AJ | retired                                   | out 08:30 caseWork         | device-retired
            AJ |                                           | back 17:00 self good       | not-out
            AJ | out 08:30 caseWork                        | back 08:29 self good       | contradictory
            AJ | out 08:30 caseWork                        | back 08:30 self good       |
            WD | out 08:30 caseWork                        | back 17:00 other good      |
            WD | out 08:30 caseWork; back 17:00 self good  | back 17:00 self good       |
            WD | out 08:30 caseWork; back 17:00 self good  | back 17:01 self good       | not-out
            WD | out 08:30 caseWork                        | asOfficer back 17:00 other good | for-self-only
            WD | out 08:30 caseWork; fault 10:00 10:00     | back 17:00 self faulty     |
            WD | out 08:30 caseWork                        | handed 12:00 other         |
            WD | out 08:30 caseWork                        | handed 08:00 other         | contradictory
            WD | out 08:30 caseWork                        | handed 12:00 clerk         | no-officer
            WD |                                           | handed 12:00 other         | not-out
            WD | out 08:30 caseWork                        | moved zf2                  | still-out
            WD |                                           | moved xx                   | no-such-unit
            WD | moved zf2                                 | moved zf2                  |
            AJ |                                           | bought 2380.00 检查        |
            AJ |                                           | bought 2,380 检查          | bad-fields
            AJ |                                           | bought 2380.001 检查       | bad-fields
            AJ |                                           | viewed                     | not-bought
            SQ |                                           | accepted highDefinition,loud | no-such-point
            SQ |                                           | accepted smooth,smooth     | bad-fields
            AJ |                                           | fault 09:00 08:00          | contradictory
            AJ |                                           | fault 09:00 09:00 08:59    | contradictory
            AJ |                                           | told 09:00                 | no-fault
            AJ |                                           | found 09:00                | not-lost
            AJ | sent                                      | sent                       |
            AJ | out 08:30 caseWork                        | retired                    | still-out
            AJ | out 08:30 caseWork; lost 09:00            | retired                    |
            AJ | retired                                   | serviced                   | device-retired
            """)
    void what_is_taken_and_what_is_refused(String agency, String before, String step, String refusal) {
        var story = DeviceStory.under(TestLaw.of(agency), Optional.ofNullable(before).orElse(""));
        assertEquals(Optional.ofNullable(refusal), story.refusal(step));
    }

    /** A retry, a second tap, a queue that is sent twice. */
    @ParameterizedTest
    @ValueSource(strings = {"described", "bought 10 检查", "accepted all", "assigned other", "out 08:30 caseWork", "look all", "handed 12:00 other",
        "misused 11:00 搬家", "fault 11:00 11:00", "serviced"})
    void the_same_again_does_nothing(String step) {
        var story = DeviceStory.under(TestLaw.of("SQ"), "assigned; out 08:00 dailyInspection");
        if (step.startsWith("out")) story.tell("back 08:20 self good");
        story.tell(step);
        assertEquals(new Decision.Accepted<Event, Refusal>(List.of()), story.decide(step));
    }

    @Test
    void nothing_happens_in_the_future() {
        var story = DeviceStory.under(TestLaw.of("AJ"), "");
        story.now(DeviceStory.at("08:00"));
        for (var step : List.of("out 08:06 caseWork", "misused 08:06 搬家", "fault 08:06 08:06", "lost 08:06", "serviced 2026-03-03")) {
            assertEquals(Optional.of("in-the-future"), story.refusal(step), step);
        }
        story.tell("out 08:05 caseWork");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                | available
            out 08:30 caseWork                                | out
            out 08:30 caseWork; fault 09:00 09:00             | stopped
            fault 09:00 09:00; sent                           | inRepair
            fault 09:00 09:00; sent; repaired professional working | available
            fault 09:00 09:00; sent; repaired professional broken  | stopped
            lost 09:00                                        | lost
            lost 09:00; found 10:00                           | available
            out 08:30 caseWork; lost 09:00; found 10:00       | out
            fault 09:00 09:00; retired                        | retired
            """)
    void where_it_is(String steps, String status) {
        assertEquals(status, DeviceStory.under(TestLaw.of("AJ"), steps).device().life().status().word());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"07:59, ", "08:00, 2", "08:29, 2", "08:30, 1", "11:59, 1", "12:00, 2", "16:59, 2", "17:00, 2", "+08:00, 2"})
    void who_answers_for_it_at_any_moment(String moment, Long person) {
        var story = DeviceStory.under(TestLaw.of("SQ"), "assigned other; out 08:30 caseWork; handed 12:00 other; back 17:00 other good");
        assertEquals(Optional.ofNullable(person).map(number -> new PersonId(new java.util.UUID(0, number))),
                story.device().life().responsible(DeviceStory.at(moment)));
    }

    /** Whatever a device has been through, what is on it is taken. */
    @ParameterizedTest
    @ValueSource(strings = {"", "out 08:30 caseWork", "fault 09:00 09:00", "sent", "lost 09:00", "retired"})
    void no_intake_is_ever_refused(String steps) {
        var story = DeviceStory.under(TestLaw.of("AJ"), steps);
        var handIn = new DeviceCommand.OpenHandIn(new HandInId(new java.util.UUID(0, 5)), HandInSource.CAMERA, 3, 99, Digest.sha256(new byte[32]),
                Optional.empty());
        assertEquals(Decision.Accepted.class, Devices.decide(story.state(), handIn).getClass());
    }

    /** Who had the device explains; who had it judges nothing of it; nobody else of the officers has a say. */
    @Test
    void findings_of_a_device_are_explained_by_those_who_had_it() {
        var law = TestLaw.of("WD");
        var story = DeviceStory.under(law, "out 08:30 caseWork; look all; back 17:00 other good; docked 17:10");
        var raised = DeviceRules.assess(story.device(), law, DeviceStory.LATER);
        assertEquals(List.of("device.lending.forbidden"), raised.findings().stream().map(finding -> finding.key().duty()).toList());
        story.take(story.device().findings().changes(raised, law.digest()).orElseThrow());
        var key = raised.findings().getFirst().key();
        var explain = new FindingCommand.ExplainFinding(key, "科长电话同意", List.of());
        assertEquals(Optional.of("not-named"), story.refusal(explain, DeviceStory.CLERK));
        assertEquals(Optional.empty(), story.refusal(explain, DeviceStory.FIRST));
        var judge = new FindingCommand.JudgeExplanation(key, true, "有通话记录");
        assertEquals(Optional.of("not-legal-section"), story.refusal(judge, DeviceStory.SECOND));
        assertEquals(Optional.empty(), story.refusal(judge, DeviceStory.LEADER));
        assertEquals(Optional.empty(), story.device().findings().changes(raised, law.digest()), "what stands is not raised again");
    }

    @Test
    void a_device_that_is_not_there_has_no_life_and_a_program_leads_none() {
        var context = new DeviceContext(TestLaw.of("SQ"), Actor.system("clock"), DeviceStory.LATER, new DeviceContext.Register() {
            @Override
            public Optional<org.liuhen.core.values.Officer> officer(PersonId person) {
                return Optional.empty();
            }

            @Override
            public boolean knows(PersonId person) {
                return false;
            }

            @Override
            public Set<Role> roles(PersonId person) {
                return Set.of();
            }

            @Override
            public boolean knows(org.liuhen.core.values.UnitCode unit) {
                return false;
            }

            @Override
            public List<PersonId> custodiansOfDevices(org.liuhen.core.values.UnitCode unit) {
                return List.of();
            }
        });
        var command = new DeviceLifeCommand.MaintainDevice(DeviceStory.DAY, "清洁");
        assertEquals(new Decision.Refused<>(DeviceLifeRefusal.noSuchDevice()), DeviceLives.decide(new DeviceState.Absent(), command, context));
        assertEquals(new Decision.Refused<>(DeviceLifeRefusal.destroyed()), DeviceLives.decide(new DeviceState.Tombstone(), command, context));
        assertEquals(new Decision.Refused<>(DeviceLifeRefusal.personOnly()),
                DeviceLives.decide(DeviceStory.under(TestLaw.of("SQ"), "").state(), command, context));
    }
}
