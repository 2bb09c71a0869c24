package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.TestActs.ACT;
import static org.liuhen.core.cases.TestActs.DOCUMENT;
import static org.liuhen.core.cases.TestActs.document;
import static org.liuhen.core.cases.TestActs.issued;
import static org.liuhen.core.cases.TestActs.lifted;
import static org.liuhen.core.cases.TestActs.paper;
import static org.liuhen.core.cases.TestActs.says;
import static org.liuhen.core.cases.TestActs.served;
import static org.liuhen.core.cases.TestActs.taken;
import static org.liuhen.core.cases.TestActs.time;
import static org.liuhen.core.cases.TestActs.turns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.rules.AdditionalFineRate;
import org.liuhen.core.cases.rules.CertificatesValid;
import org.liuhen.core.cases.rules.CorrectionCheckedInTime;
import org.liuhen.core.cases.rules.CourtAppliedInTime;
import org.liuhen.core.cases.rules.DemandBeforeCourt;
import org.liuhen.core.cases.rules.DemandIssued;
import org.liuhen.core.cases.rules.FinePaidInTime;
import org.liuhen.core.cases.rules.HearingAskedInTime;
import org.liuhen.core.cases.rules.HearingNotifiedInTime;
import org.liuhen.core.cases.rules.MeasureExtensionWithinLimit;
import org.liuhen.core.cases.rules.MeasureWithinLimit;
import org.liuhen.core.cases.rules.PenaltyDecidedInTime;
import org.liuhen.core.cases.rules.PenaltyServedInTime;
import org.liuhen.core.cases.rules.PerformanceEntered;
import org.liuhen.core.cases.rules.PreservationDecided;
import org.liuhen.core.cases.rules.TestResultIn;
import org.liuhen.core.law.Law;

/** Limits: the last instant that is in time, and the next. 2026 has one holiday, 1 October; 1 April is a Wednesday. */
class ClockRulesTest {

    private static final String LATER = "12-30T12:00";
    private static final Law SQ = TestLaw.of("SQ");

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ"})
    void preserved_evidence_is_decided_on_within_seven_working_days(String agency) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(taken(MeasureKind.PRESERVATION, "04-01T10:00", Optional.empty()));
        turns(new PreservationDecided(), spec, law, "04-10T23:59:59.999999999", "CN-penalty-56");
    }

    @ParameterizedTest(name = "lifted {0}: {1}")
    @CsvSource({"04-10T23:59, quiet", "04-11T00:00, CN-penalty-56"})
    void preserved_evidence_that_was_decided_on_late_stays_late(String at, String expected) {
        var spec = CaseSpec.under(SQ).given(taken(MeasureKind.PRESERVATION, "04-01T10:00", Optional.empty()), lifted(at));
        assertEquals(expected, says(new PreservationDecided(), spec, SQ, at(LATER)));
    }

    @Test
    void a_preservation_is_over_when_its_last_thing_is_dealt_with() {
        var two = new MeasureEvent.MeasureTaken(ACT, MeasureKind.PRESERVATION, document(9), at("04-01T10:00"), Optional.empty(),
                List.of(TestActs.GOODS, new Thing("账册", "1 本", "完好", Optional.empty())), "仓库", "张三");
        var first = new MeasureEvent.MeasureLifted(ACT, at("04-09T10:00"), LiftManner.RETURNED, document(8),
                List.of(TestActs.GOODS));
        var second = new MeasureEvent.MeasureLifted(ACT, at("04-13T10:00"), LiftManner.RETURNED, document(8),
                List.of(two.things().get(1)));
        assertEquals("CN-penalty-56",
                says(new PreservationDecided(), CaseSpec.under(SQ).given(two, second, first), SQ, at(LATER)));
        assertEquals(Optional.of(at("04-13T10:00")), new Measure(two, List.of(), List.of(second, first)).endedAt());
    }

    @Test
    void a_holiday_is_no_working_day_and_an_unannounced_year_is_said_to_be_provisional() {
        var holiday = CaseSpec.under(SQ).given(taken(MeasureKind.PRESERVATION, "09-24T10:00", Optional.empty()));
        turns(new PreservationDecided(), holiday, SQ, "10-06T23:59:59.999999999", "CN-penalty-56");
        var newYear = CaseSpec.under(SQ).given(taken(MeasureKind.PRESERVATION, "12-28T10:00", Optional.empty()));
        var found = new PreservationDecided().check(newYear.begun(), SQ, at("12-28T10:00").plusSeconds(3600L * 24 * 30))
                .findings().getFirst();
        assertTrue(found.what().zh().contains("暂定") && found.what().en().contains("provisional"), found.what()::toString);
    }

    @ParameterizedTest(name = "until {0}: last instant {1}")
    @CsvSource({", 05-01", "04-20, 04-20", "05-01, 05-01", "06-30, 05-01"})
    void a_seizure_lasts_as_long_as_decided_and_not_over_thirty_days(@Nullable String until, String last) {
        var spec = CaseSpec.under(SQ).given(taken(MeasureKind.SEIZURE, "04-01T10:00", Optional.ofNullable(until)));
        var rule = new MeasureWithinLimit();
        assertEquals("quiet", says(rule, spec, SQ, at(last + "T23:59:59.999999999")));
        assertEquals("CN-compulsion-25", says(rule, spec, SQ, at(last + "T23:59:59.999999999").plusNanos(1)));
    }

    @ParameterizedTest(name = "extended until {0}: last day {1}")
    @CsvSource({"05-20, 05-20", "05-31, 05-31", "07-01, 05-31"})
    void an_extension_ends_after_thirty_and_thirty_days(String until, String last) {
        var spec = CaseSpec.under(SQ).given(taken(MeasureKind.SEALING, "04-01T10:00", Optional.of("05-01")),
                new MeasureEvent.MeasureExtended(ACT, day(until), document(7), "案情复杂"));
        assertEquals("quiet", says(new MeasureWithinLimit(), spec, SQ, at(LATER)));
        var rule = new MeasureExtensionWithinLimit();
        assertEquals("quiet", says(rule, spec, SQ, at(last + "T23:59:59.999999999")));
        assertEquals("CN-compulsion-25", says(rule, spec, SQ, at(last + "T23:59:59.999999999").plusNanos(1)));
    }

    @ParameterizedTest(name = "seizure {0}: {1}")
    @CsvSource({"05-01T23:59, quiet", "05-02T00:00, CN-compulsion-25"})
    void a_seizure_that_was_lifted_late_stays_late(String lifted, String expected) {
        var spec = CaseSpec.under(SQ).given(taken(MeasureKind.SEIZURE, "04-01T10:00", Optional.empty()), lifted(lifted));
        assertEquals(expected, says(new MeasureWithinLimit(), spec, SQ, at(LATER)));
    }

    @Test
    void a_penalty_is_decided_within_ninety_days_of_the_opening() {
        var spec = CaseSpec.under(SQ);
        turns(new PenaltyDecidedInTime(), spec, SQ, "06-30T23:59:59.999999999", "CN-penalty-60");
    }

    @ParameterizedTest(name = "decided {0}: {1}")
    @CsvSource({"06-30, quiet", "07-01, CN-penalty-60"})
    void a_late_decision_stays_late(String on, String expected) {
        var spec = CaseSpec.under(SQ).given(issued(DOCUMENT, "penalty-decision", on));
        assertEquals(expected, says(new PenaltyDecidedInTime(), spec, SQ, at(LATER)));
    }

    @Test
    void an_interruption_does_not_count() {
        var spec = CaseSpec.under(SQ).given(new LifeEvent.CaseSuspended("等待检验", day("05-01")));
        assertEquals("quiet", says(new PenaltyDecidedInTime(), spec, SQ, at(LATER)));
        spec.given(new LifeEvent.CaseResumed(day("05-11")));
        turns(new PenaltyDecidedInTime(), spec, SQ, "07-10T23:59:59.999999999", "CN-penalty-60");
    }

    @Test
    void an_interruption_after_the_limit_does_not_help() {
        var spec = CaseSpec.under(SQ).given(new LifeEvent.CaseSuspended("等待检验", day("07-01")));
        assertEquals("CN-penalty-60", says(new PenaltyDecidedInTime(), spec, SQ, at(LATER)));
    }

    @Test
    void a_case_that_ended_in_time_needs_no_decision_and_other_kinds_have_no_ninety_days() {
        var ended = CaseSpec.under(SQ).given(new LifeEvent.CaseEnded(EndGround.DISMISSED, Optional.empty(), day("06-30")));
        assertEquals("quiet", says(new PenaltyDecidedInTime(), ended, SQ, at(LATER)));
        var licence = CaseSpec.unopened(SQ).given(CaseSpec.opened(CaseKind.LICENCE, Procedure.ORDINARY, Origin.ON_APPLICATION));
        assertEquals("quiet", says(new PenaltyDecidedInTime(), licence, SQ, at(LATER)));
    }

    @Test
    void a_penalty_decision_is_served_within_seven_working_days() {
        var spec = CaseSpec.under(SQ).given(issued(DOCUMENT, "penalty-decision", "04-03"));
        turns(new PenaltyServedInTime(), spec, SQ, "04-14T23:59:59.999999999", "CN-penalty-61");
    }

    @ParameterizedTest(name = "served {0}: {1}")
    @CsvSource({"04-14, quiet", "04-15, CN-penalty-61"})
    void a_late_service_stays_late(String on, String expected) {
        var spec = CaseSpec.under(SQ).given(issued(DOCUMENT, "penalty-decision", "04-03"))
                .given(served(DOCUMENT, ServiceMethod.DIRECT, on, "recipient place"));
        assertEquals(expected, says(new PenaltyServedInTime(), spec, SQ, at(LATER)));
    }

    @Test
    void a_public_notice_counts_from_its_publication() {
        var spec = CaseSpec.under(SQ).given(issued(DOCUMENT, "penalty-decision", "02-02"))
                .given(served(DOCUMENT, ServiceMethod.PUBLIC_NOTICE, "04-11", "noticeFrom noticeTo"));
        assertEquals("quiet", says(new PenaltyServedInTime(), spec, SQ, at(LATER)));
    }

    @ParameterizedTest(name = "notice served {0}: {1}")
    @CsvSource({"04-09, quiet", "04-10, CN-penalty-64"})
    void a_hearing_is_notified_seven_working_days_before(String on, String expected) { // held on Monday the 20th
        var spec = CaseSpec.under(SQ)
                .given(paper(DOCUMENT, "hearing-notice", DocumentKind.HEARING, Map.of("heldAt", time("04-20T09:00"))));
        turns(new HearingNotifiedInTime(), spec, SQ, "04-09T23:59:59.999999999", "CN-penalty-64");
        spec.given(served(DOCUMENT, ServiceMethod.DIRECT, on, "recipient"));
        assertEquals(expected, says(new HearingNotifiedInTime(), spec, SQ, at(LATER)));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"EXERCISED, 04-10T23:59, quiet", "EXERCISED, 04-11T00:00, CN-penalty-64", "WAIVED, 04-20T09:00, quiet"})
    void a_hearing_is_asked_for_within_five_working_days(RightResponse response, String at, String expected) {
        var spec = CaseSpec.under(SQ).given(
                new ProcessEvent.RightTold(Right.HEARING, at("04-03T10:00"), Optional.empty(), Optional.empty()),
                new ProcessEvent.RightAnswered(Right.HEARING, response, at(at), Optional.empty(), Optional.empty()));
        assertEquals(expected, says(new HearingAskedInTime(), spec, SQ, at(LATER)));
    }

    @ParameterizedTest(name = "decided {0}: {1}")
    @CsvSource({"04-10, CN-penalty-64", "04-11, quiet"})
    void a_decision_waits_for_a_party_that_may_still_ask_for_a_hearing(String on, String expected) {
        var spec = CaseSpec.under(SQ)
                .given(new ProcessEvent.RightTold(Right.HEARING, at("04-03T10:00"), Optional.empty(), Optional.empty()))
                .given(issued(DOCUMENT, "penalty-decision", on));
        assertEquals(expected, says(new HearingAskedInTime(), spec, SQ, at(LATER)));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"FULL, 04-26, quiet", "FULL, 04-27, CN-penalty-67", "PARTIAL, 04-20, CN-penalty-67", "NONE, 04-27, quiet"})
    void a_fine_is_paid_in_full_and_in_time(PerformanceStatus status, String on, String expected) {
        var spec = CaseSpec.under("WD")
                .given(paper(DOCUMENT, "penalty-decision", DocumentKind.ISSUED, Map.of("fine", new FieldValue.Money("5000"))))
                .given(served(DOCUMENT, ServiceMethod.DIRECT, "04-11", "recipient"))
                .given(new ExecutionEvent.PerformanceRecorded(day(on), "罚款", Optional.empty(), status, Optional.empty()));
        assertEquals(expected, says(new FinePaidInTime(), spec, TestLaw.of("WD"), at(LATER)));
    }

    @Test
    void a_fine_is_paid_within_fifteen_days_of_the_service() {
        var spec = CaseSpec.under("WD")
                .given(paper(DOCUMENT, "penalty-decision", DocumentKind.ISSUED, Map.of("fine", new FieldValue.Money("5000"))))
                .given(served(DOCUMENT, ServiceMethod.DIRECT, "04-11", "recipient"));
        turns(new FinePaidInTime(), spec, TestLaw.of("WD"), "04-26T23:59:59.999999999", "CN-penalty-67");
        spec.given(new ExecutionEvent.PerformanceRecorded(day("04-27"), "罚款", Optional.empty(), PerformanceStatus.NONE,
                Optional.empty()));
        assertEquals("quiet", says(new FinePaidInTime(), spec, TestLaw.of("WD"), at(LATER)));
    }

    @ParameterizedTest(name = "{0} of 1000 yuan over ten days: {1}")
    @CsvSource({"300, quiet", "300.01, CN-penalty-72"})
    void an_additional_fine_is_three_per_cent_a_day(String amount, String expected) {
        assertEquals(expected, says(new AdditionalFineRate(), additionalFine(amount, "05-10"), SQ, at(LATER)));
    }

    @ParameterizedTest(name = "{0} of 1000 yuan over a long time: {1}")
    @CsvSource({"1000, quiet", "1000.01, CN-penalty-72"})
    void an_additional_fine_is_never_above_the_fine(String amount, String expected) {
        assertEquals(expected, says(new AdditionalFineRate(), additionalFine(amount, "11-30"), SQ, at(LATER)));
    }

    private static CaseSpec additionalFine(String amount, String until) {
        return CaseSpec.under(SQ).given(paper(DOCUMENT, "additional-fine-decision", DocumentKind.ISSUED,
                Map.of("unpaid", new FieldValue.Money("1000"), "amount", new FieldValue.Money(amount), "from",
                        TestActs.day("05-01"), "until",
                        TestActs.day(until), "issuedOn", TestActs.day("12-01"))));
    }

    @ParameterizedTest(name = "applied {0}: {1}")
    @CsvSource({"04-17, CN-compulsion-54", "04-20, quiet"})
    void the_court_is_applied_to_when_ten_working_days_have_passed(String on, String expected) { // served on Friday the 3rd
        var spec = CaseSpec.under(SQ).given(issued(DOCUMENT, "demand-notice", "04-03"))
                .given(served(DOCUMENT, ServiceMethod.DIRECT, "04-03", "recipient"))
                .given(new ExecutionEvent.CourtApplied(document(2), day(on)));
        assertEquals(expected, says(new DemandBeforeCourt(), spec, SQ, at(LATER)));
    }

    @Test
    void the_court_is_not_applied_to_without_a_demand() {
        var spec = CaseSpec.under(SQ).given(new ExecutionEvent.CourtApplied(document(2), day("04-20")));
        assertEquals("CN-compulsion-54", says(new DemandBeforeCourt(), spec, SQ, at(LATER)));
    }

    @ParameterizedTest(name = "applied {0}: {1}")
    @CsvSource({"07-10, quiet", "07-11, CN-compulsion-53"})
    void the_court_is_applied_to_within_three_months(String on, String expected) {
        var spec = CaseSpec.under(SQ)
                .given(paper(DOCUMENT, "court-application", DocumentKind.ISSUED, Map.of("actionPeriodEndedOn",
                        TestActs.day("04-10"))))
                .given(new ExecutionEvent.CourtApplied(DOCUMENT, day(on)));
        assertEquals(expected, says(new CourtAppliedInTime(), spec, SQ, at(LATER)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-9.2", "LX, LX-10.2", "CL, quiet", "WD, quiet", "AJ, quiet"})
    void a_day_of_performance_that_passed_wants_an_entry(String agency, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(new ExecutionEvent.PerformanceDueSet(day("04-20"), "缴纳罚款"));
        assertEquals("quiet", says(new PerformanceEntered(), spec, law, at("04-20T23:59:59.999999999")));
        assertEquals(expected, says(new PerformanceEntered(), spec, law, at("04-21T00:00")));
    }

    @Test
    void each_instalment_wants_its_own_entry() {
        var spec = CaseSpec.under(SQ).given(new ExecutionEvent.PerformanceDueSet(day("04-20"), "第一期"),
                new ExecutionEvent.PerformanceDueSet(day("05-20"), "第二期"), performed("04-18", PerformanceStatus.PARTIAL));
        turns(new PerformanceEntered(), spec, SQ, "05-20T23:59:59.999999999", "SQ-M-9.2");
        spec.given(performed("05-19", PerformanceStatus.FULL));
        assertEquals("quiet", says(new PerformanceEntered(), spec, SQ, at(LATER)));
    }

    private static ExecutionEvent.PerformanceRecorded performed(String on, PerformanceStatus status) {
        return new ExecutionEvent.PerformanceRecorded(day(on), "罚款", Optional.empty(), status, Optional.empty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"CL, CL-15", "SQ, quiet"})
    void what_is_not_performed_wants_a_demand(String agency, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(new ExecutionEvent.PerformanceDueSet(day("04-20"), "缴纳罚款"),
                performed("04-18", PerformanceStatus.PARTIAL));
        assertEquals("quiet", says(new DemandIssued(), spec, law, at("04-20T23:59:59.999999999")));
        assertEquals(expected, says(new DemandIssued(), spec, law, at("04-21T00:00")));
        spec.given(issued(DOCUMENT, "demand-notice", "04-22"));
        assertEquals("quiet", says(new DemandIssued(), spec, law, at(LATER)));
    }

    @ParameterizedTest(name = "{0}, followed up {1}: {2}")
    @CsvSource({"CL, , CL-13.p3", "CL, 04-20, quiet", "CL, 04-21, CL-13.p3", "SQ, , quiet"})
    void an_ordered_correction_is_followed_up_on_its_day(String agency, @Nullable String followedUp, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(new MeasureEvent.CorrectionOrdered(ACT, DOCUMENT, day("04-20"), "停止销售"));
        if (followedUp != null) {
            spec.given(new MeasureEvent.CorrectionFollowedUp(ACT, day(followedUp), CorrectionResult.CORRECTED, "已改正",
                    Optional.empty()));
        }
        assertEquals("quiet", says(new CorrectionCheckedInTime(), spec, law, at("04-20T23:59:59.999999999")));
        assertEquals(expected, says(new CorrectionCheckedInTime(), spec, law, at("04-21T00:00")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-7.1", "CL, CL-9", "LX, LX-8.1", "WD, product", "AJ, product"})
    void a_certificate_ends_while_the_case_goes_on(String agency, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law)
                .given(new LifeEvent.HandlersChanged(List.of(TestPeople.officerOf(TestPeople.ZHANG)), "调整"));
        turns(new CertificatesValid(), spec, law, "12-31T23:59:59.999999999", expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-7.6", "CL, CL-11a.5", "LX, LX-8.6", "WD, quiet"})
    void a_commissioned_test_has_its_result(String agency, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(paper(DOCUMENT, "test-commission", DocumentKind.TEST_APPRAISAL,
                Map.of("commissionedOn", TestActs.day("04-03"), "dueOn", TestActs.day("04-20"))));
        assertEquals("quiet", says(new TestResultIn(), spec, law, at("04-20T23:59:59.999999999")));
        assertEquals(expected, says(new TestResultIn(), spec, law, at("04-21T00:00")));
        spec.given(paper(document(2), "test-report", DocumentKind.TEST_APPRAISAL,
                Map.of("commission", new FieldValue.Refs(List.of(DOCUMENT.toString())))));
        assertEquals("quiet", says(new TestResultIn(), spec, law, at(LATER)));
    }

    @Test
    void a_test_without_a_day_is_due_at_the_decision() {
        var spec = CaseSpec.under(SQ).given(paper(DOCUMENT, "test-commission", DocumentKind.TEST_APPRAISAL, Map.of()));
        assertEquals("quiet", says(new TestResultIn(), spec, SQ, at(LATER)));
        spec.given(issued(document(2), "penalty-decision", "04-20"));
        assertEquals("SQ-M-7.6", says(new TestResultIn(), spec, SQ, at(LATER)));
    }
}
