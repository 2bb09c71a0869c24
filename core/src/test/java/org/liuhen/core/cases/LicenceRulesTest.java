package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.TestActs.DOCUMENT;
import static org.liuhen.core.cases.TestActs.document;
import static org.liuhen.core.cases.TestActs.issued;
import static org.liuhen.core.cases.TestActs.says;
import static org.liuhen.core.cases.TestActs.turns;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.rules.DeemedAccepted;
import org.liuhen.core.cases.rules.LicenceDecidedInTime;
import org.liuhen.core.cases.rules.LicenceExtensionInTime;
import org.liuhen.core.cases.rules.NationalSupplementNotice;
import org.liuhen.core.cases.rules.NotCompetentAtOnce;
import org.liuhen.core.cases.rules.SupplementNoticeInTime;
import org.liuhen.core.cases.rules.VerificationDone;
import org.liuhen.core.law.Law;

/** An application that came in on Friday, 3 April 2026, at 10:00. */
class LicenceRulesTest {

    private static final String LATER = "12-30T12:00";
    private static final Law CL = TestLaw.of("CL");
    private static final Law NATURAL = TestLaw.like("CL").with("licence.supplementNotice.dayKind",
            "default word | CL-6.4 | naturalDays").law();

    private static CaseSpec received(Law law) {
        return CaseSpec.unopened(law).given(CaseSpec.opened(CaseKind.LICENCE, Procedure.ORDINARY, Origin.ON_APPLICATION),
                new LicenceEvent.ApplicationReceived(new Application(at("04-03T10:00"), "钱某", List.of("申请书"))));
    }

    private static LicenceEvent.AcceptanceDecided outcome(AcceptanceOutcome outcome, String at, Optional<String> verificationAt) {
        return new LicenceEvent.AcceptanceDecided(new Acceptance(outcome, at(at), Optional.empty(), Optional.empty(),
                Optional.empty(),
                verificationAt.map(CaseSpec::at), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static LicenceEvent.AcceptanceDecided outcome(AcceptanceOutcome outcome, String at) {
        return outcome(outcome, at, Optional.empty());
    }

    @ParameterizedTest(name = "told {0}: {1}")
    @CsvSource({"04-07T23:59, quiet", "04-08T00:00, CL-6.4"})
    void a_supplement_is_told_within_two_working_days(String told, String expected) {
        var spec = received(CL).given(outcome(AcceptanceOutcome.SUPPLEMENT, told));
        assertEquals(expected, says(new SupplementNoticeInTime(), spec, CL, at(LATER)));
    }

    @ParameterizedTest(name = "told {0}: {1}")
    @CsvSource({"04-05T23:59, quiet", "04-06T00:00, CL-6.4"})
    void or_within_two_natural_days_where_the_agency_chose_them(String told, String expected) {
        var spec = received(NATURAL).given(outcome(AcceptanceOutcome.SUPPLEMENT, told));
        assertEquals(expected, says(new SupplementNoticeInTime(), spec, NATURAL, at(LATER)));
    }

    @Test
    void the_last_day_alerts_before_and_after_it_runs_out_and_shows_both_dates() {
        var rule = new SupplementNoticeInTime();
        var spec = received(CL);
        assertEquals("quiet", says(rule, spec, CL, at("04-06T23:59:59.999999999")));
        assertEquals(Optional.of(at("04-07T00:00")), rule.check(spec.begun(), CL, at("04-04T09:00")).nextChangeAt());
        var today = rule.check(spec.begun(), CL, at("04-07T00:00"));
        assertEquals("lastDay", today.findings().getFirst().key().occurrence());
        assertEquals(Optional.of(at("04-08T00:00")), today.nextChangeAt());
        var late = rule.check(spec.begun(), CL, at("04-08T00:00")).findings().getFirst();
        assertEquals("", late.key().occurrence());
        assertTrue(late.what().zh().contains("2026-04-07") && late.what().zh().contains("2026-04-05"), late.what()::toString);
    }

    @Test
    void an_application_that_is_accepted_needs_no_supplement_and_a_silent_agency_has_no_limit_of_its_own() {
        var accepted = received(CL).given(outcome(AcceptanceOutcome.ACCEPT, "04-20T10:00"));
        assertEquals("quiet", says(new SupplementNoticeInTime(), accepted, CL, at(LATER)));
        assertEquals("quiet", says(new SupplementNoticeInTime(), received(TestLaw.of("SQ")), TestLaw.of("SQ"), at(LATER)));
    }

    @Test
    void by_national_law_a_supplement_is_told_within_five_working_days_and_the_local_limit_is_shown() {
        turns(new NationalSupplementNotice(), received(CL), CL, "04-10T23:59:59.999999999", "CN-licence-32");
        var found = new NationalSupplementNotice().check(received(CL).begun(), CL, at(LATER)).findings().getFirst();
        assertTrue(found.what().zh().contains("本机关期限") && found.what().zh().contains("2026-04-07"), found.what()::toString);
    }

    @ParameterizedTest(name = "told {0}: {1}")
    @CsvSource({"04-10T23:59, quiet", "04-11T00:00, CN-licence-32"})
    void a_notice_that_came_late_leaves_the_application_accepted(String told, String expected) {
        var spec = received(CL).given(outcome(AcceptanceOutcome.SUPPLEMENT, told));
        assertEquals(expected, says(new DeemedAccepted(), spec, CL, at(LATER)));
        spec.given(outcome(AcceptanceOutcome.ACCEPT, "04-20T10:00"));
        assertEquals("quiet", says(new DeemedAccepted(), spec, CL, at(LATER)));
    }

    @ParameterizedTest(name = "{0} decided {1}: {2}")
    @CsvSource({"CL, 04-03T23:59, quiet", "CL, 04-04T00:00, CL-6.5", "SQ, 04-20T10:00, quiet"})
    void that_the_agency_is_not_competent_is_decided_at_once(String agency, String decided, String expected) {
        var law = TestLaw.of(agency);
        var spec = received(law).given(outcome(AcceptanceOutcome.NOT_COMPETENT, decided));
        assertEquals(expected, says(new NotCompetentAtOnce(), spec, law, at(LATER)));
    }

    @Test
    void the_announced_time_of_verification_has_its_record() {
        var spec = received(CL)
                .given(outcome(AcceptanceOutcome.ACCEPT_WITH_VERIFICATION, "04-03T11:00", Optional.of("04-15T09:00")));
        turns(new VerificationDone(), spec, CL, "04-15T09:00", "CL-6.2");
        spec.given(TestActs.record(DOCUMENT, "verification-record", "04-16T09:00", "04-16T10:00"));
        assertEquals("quiet", says(new VerificationDone(), spec, CL, at(LATER)));
    }

    @Test
    void a_licence_is_decided_within_twenty_working_days_of_its_acceptance() {
        var spec = received(CL).given(outcome(AcceptanceOutcome.ACCEPT, "04-03T11:00"));
        turns(new LicenceDecidedInTime(), spec, CL, "05-01T23:59:59.999999999", "CN-licence-42");
    }

    @Test
    void an_interruption_stops_the_count_of_working_days() { // eleven days, seven of them worked
        var spec = received(CL).given(outcome(AcceptanceOutcome.ACCEPT, "04-03T11:00"),
                new LifeEvent.CaseSuspended("专家评审", CaseSpec.day("04-10")), new LifeEvent.CaseResumed(CaseSpec.day("04-21")));
        turns(new LicenceDecidedInTime(), spec, CL, "05-12T23:59:59.999999999", "CN-licence-42");
    }

    @ParameterizedTest(name = "decided {0}: {1}")
    @CsvSource({"05-01, quiet", "05-02, CN-licence-42"})
    void a_late_licence_stays_late(String on, String expected) {
        var spec = received(CL).given(outcome(AcceptanceOutcome.ACCEPT, "04-03T11:00"))
                .given(issued(DOCUMENT, "licence-decision", on));
        assertEquals(expected, says(new LicenceDecidedInTime(), spec, CL, at(LATER)));
    }

    @Test
    void an_extension_gives_ten_more_working_days() {
        var spec = received(CL).given(outcome(AcceptanceOutcome.ACCEPT, "04-03T11:00"))
                .given(issued(document(2), "licence-extension-notice", "04-30"));
        assertEquals("quiet", says(new LicenceDecidedInTime(), spec, CL, at(LATER)));
        turns(new LicenceExtensionInTime(), spec, CL, "05-15T23:59:59.999999999", "CN-licence-42");
    }

    @Test
    void an_extension_that_comes_too_late_is_none() {
        var spec = received(CL).given(outcome(AcceptanceOutcome.ACCEPT, "04-03T11:00"))
                .given(issued(document(2), "licence-extension-notice", "05-02"));
        assertEquals("CN-licence-42", says(new LicenceDecidedInTime(), spec, CL, at("05-02T10:00")));
        assertEquals("quiet", says(new LicenceExtensionInTime(), spec, CL, at(LATER)));
    }

    @Test
    void a_deemed_acceptance_counts_from_the_receipt() {
        var spec = received(CL).given(outcome(AcceptanceOutcome.SUPPLEMENT, "04-20T10:00"),
                outcome(AcceptanceOutcome.ACCEPT, "05-20T10:00"));
        assertEquals("CN-licence-42", says(new LicenceDecidedInTime(), spec, CL, at("05-21T10:00")));
    }
}
