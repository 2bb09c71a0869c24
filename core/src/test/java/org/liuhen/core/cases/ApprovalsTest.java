package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;
import static org.liuhen.core.cases.CaseSpec.under;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.values.Officer;

class ApprovalsTest {

    static final ApprovalId ID = new ApprovalId(new UUID(0, 0x30));
    static final Proposal PROPOSAL = new Proposal("罚款 5000 元", "销售不合格商品", "询问笔录", "产品质量法第四十九条", "一般情节");

    private static final ApprovalId ANOTHER = new ApprovalId(new UUID(0, 0x31));

    static ApprovalCommand request(ApprovalMatter matter) {
        return new ApprovalCommand.RequestApproval(ID, matter, Optional.empty(), PROPOSAL);
    }

    static ApprovalCommand opinion(Verdict verdict, String on) {
        var reason = verdict == Verdict.AGREED ? Optional.<String>empty() : Optional.of("证据不足");
        return new ApprovalCommand.GiveOpinion(ID, verdict, "意见", reason, day(on), false, Optional.empty());
    }

    private static ApprovalCommand agree() {
        return opinion(Verdict.AGREED, "04-15");
    }

    private static CaseSpec flagged(String agency) {
        return under(agency).given(new LifeEvent.CaseFlagged(new Flags(true, false, false, false), "重大案件"));
    }

    private static ApprovalStanding standing(CaseSpec spec) {
        return Objects.requireNonNull(spec.begun().approvals().get(ID)).standing();
    }

    @ParameterizedTest(name = "{0}, {1}, review {2}: {3}")
    @CsvSource(textBlock = """
        SQ, DECISION,     false, UNIT_HEAD AGENCY_HEAD
        SQ, DECISION,     true,  UNIT_HEAD LEGAL_REVIEW AGENCY_HEAD
        CL, DECISION,     false, UNIT_HEAD AGENCY_HEAD
        CL, DECISION,     true,  UNIT_HEAD LEGAL_REVIEW AGENCY_HEAD
        AJ, DECISION,     true,  UNIT_HEAD LEGAL_REVIEW AGENCY_HEAD
        SQ, CASE_OPENING, true,  UNIT_HEAD AGENCY_HEAD
        SQ, MEASURE,      false, UNIT_HEAD AGENCY_HEAD
        """)
    void the_route_is_that_of_the_table_and_the_flags(String agency, ApprovalMatter matter, boolean review, String expected) {
        var spec = review ? flagged(agency) : under(agency);
        var route = Arrays.stream(expected.split(" ")).map(ApprovalStep::valueOf).toList();
        spec.when(request(matter)).then(new ApprovalEvent.ApprovalRequested(ID, matter, Optional.empty(), PROPOSAL, route,
                TestPeople.ZHANG));
    }

    @Test
    void a_table_without_the_units_decision_goes_straight_to_the_head() {
        var law = TestLaw.like("SQ").with("record.decision.required", "elements | | headApproval SQ-M-8.5").law();
        under(law).when(request(ApprovalMatter.DECISION))
                .then(new ApprovalEvent.ApprovalRequested(ID, ApprovalMatter.DECISION, Optional.empty(),
                PROPOSAL, List.of(ApprovalStep.AGENCY_HEAD), TestPeople.ZHANG));
    }

    @ParameterizedTest(name = "{0}, {1} without {2}: {3}")
    @CsvSource(textBlock = """
        SQ, DECISION,     nothing,    taken
        SQ, DECISION,     proposal,   SQ-M-8.1
        SQ, DECISION,     facts,      SQ-M-8.1
        SQ, DECISION,     evidence,   SQ-M-8.1
        SQ, DECISION,     basis,      SQ-M-8.1
        SQ, DECISION,     discretion, SQ-M-8.1
        LX, DECISION,     facts,      LX-9.1
        LX, LICENCE_DECISION, basis,  LX-9.1
        SQ, CASE_OPENING, facts,      taken
        CL, DECISION,     facts,      taken
        WD, DECISION,     facts,      taken
        """)
    void a_proposal_for_a_decision_has_five_fields(String agency, ApprovalMatter matter, String without, String expected) {
        var proposal = new Proposal(without.equals("proposal") ? " " : "罚款", without.equals("facts") ? "" : "事实",
                without.equals("evidence") ? "" : "证据", without.equals("basis") ? "" : "依据", without.equals("discretion") ? ""
                        : "一般");
        var answer = under(agency).when(new ApprovalCommand.RequestApproval(ID, matter, Optional.empty(), proposal));
        if (expected.equals("taken")) assertEquals(1, answer.events().size());
        else answer.thenMissing(expected);
    }

    @Test
    void whoever_handles_the_case_asks_once() {
        under("SQ").by(TestPeople.WANG).when(request(ApprovalMatter.DECISION)).thenRefused("no-handler");
        var spec = under("SQ").done(request(ApprovalMatter.DECISION));
        spec.when(request(ApprovalMatter.DECISION)).thenNothing();
        spec.when(request(ApprovalMatter.CLOSING)).thenRefused("already-requested");
        spec.when(new ApprovalCommand.RequestApproval(ANOTHER, ApprovalMatter.DECISION, Optional.empty(), PROPOSAL))
                .thenRefused("already-requested");
        spec.when(new ApprovalCommand.RequestApproval(ANOTHER, ApprovalMatter.CLOSING, Optional.of(TestPapers.OTHER), PROPOSAL))
                .thenRefused("no-such-document");
        under("SQ").when(new ApprovalCommand.RequestApproval(ID, ApprovalMatter.CLOSING, Optional.empty(),
                new Proposal("", "", "", "", "")))
                .thenRefused("empty");
    }

    @Test
    void every_step_agrees_in_its_order() {
        var spec = flagged("SQ").done(request(ApprovalMatter.DECISION));
        spec.by(TestPeople.HEAD).when(agree()).thenRefused("not-your-step");
        spec.by(TestPeople.UNIT_HEAD).done(agree()).when(agree()).thenNothing();
        spec.by(TestPeople.REVIEWER).done(agree());
        spec.by(TestPeople.HEAD).when(agree())
                .then(new ApprovalEvent.OpinionGiven(ID, ApprovalStep.AGENCY_HEAD, Verdict.AGREED, "意见",
                Optional.empty(), TestPeople.HEAD, "吴局", day("04-15"), false, Optional.empty()));
        spec.done(agree());
        assertEquals(new ApprovalStanding.Approved(day("04-15")), standing(spec));
        spec.when(opinion(Verdict.REFUSED, "04-15")).thenRefused("already-answered");
    }

    @ParameterizedTest(name = "signed on {0}: {1}")   // the deputy stands in from 1 to 10 April
    @CsvSource(textBlock = """
        03-31, not-your-step
        04-01, taken
        04-10, taken
        04-11, not-your-step
        """)
    void a_deputy_answers_on_his_days(String on, String expected) {
        var spec = under("SQ").done(request(ApprovalMatter.CASE_OPENING)).by(TestPeople.UNIT_HEAD).done(agree())
                .by(TestPeople.DEPUTY);
        var answer = spec.when(opinion(Verdict.AGREED, on));
        if (expected.equals("taken")) assertEquals(1, answer.events().size());
        else answer.thenRefused(expected);
    }

    @Test
    void one_person_with_two_roles_answers_both_steps() {
        var spec = under("SQ").done(request(ApprovalMatter.CASE_OPENING)).by(TestPeople.DEPUTY)
                .done(opinion(Verdict.AGREED, "04-05"), opinion(Verdict.AGREED, "04-05"));
        assertEquals(new ApprovalStanding.Approved(day("04-05")), standing(spec));
        spec.when(opinion(Verdict.AGREED, "04-05")).thenNothing();
    }

    @Test
    void nobody_answers_an_own_request() {
        var handling = new LifeEvent.HandlersChanged(List.of(TestPeople.officerOf(TestPeople.ZHANG)), "换人");
        var heads = under("SQ").given(handling)
                .given(new ApprovalEvent.ApprovalRequested(ID, ApprovalMatter.CASE_OPENING, Optional.empty(), PROPOSAL,
                List.of(ApprovalStep.UNIT_HEAD, ApprovalStep.AGENCY_HEAD), TestPeople.UNIT_HEAD));
        heads.by(TestPeople.UNIT_HEAD).when(agree()).thenRefused("own-request");
        heads.by(TestPeople.DEPUTY).done(opinion(Verdict.AGREED, "04-05"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        SQ, SQ-M-8.3
        LX, LX-9.3
        CL, reviewer-handles
        """)
    void a_reviewer_does_not_handle_the_case(String agency, String expected) {
        var handling = new LifeEvent.HandlersChanged(List.of(TestPeople.officerOf(TestPeople.ZHANG),
                TestPeople.officerOf(TestPeople.REVIEWER)), "换人");
        var answer = flagged(agency).given(handling).done(request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD).done(agree())
                .by(TestPeople.REVIEWER).when(agree());
        if (expected.contains("-handles")) answer.thenRefused(expected);
        else answer.thenMissing(expected);
    }

    @Test
    void what_is_returned_begins_again() {
        var spec = under("SQ").done(request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD);
        spec.when(new ApprovalCommand.GiveOpinion(ID, Verdict.RETURNED, "退回", Optional.of(" "), day("04-15"), false,
                Optional.empty())).thenRefused("empty");
        spec.done(opinion(Verdict.RETURNED, "04-15"));
        assertEquals(new ApprovalStanding.Returned(), standing(spec));
        spec.by(TestPeople.HEAD).when(agree()).thenRefused("returned");
        spec.by(TestPeople.ZHANG).done(request(ApprovalMatter.DECISION));
        assertEquals(new ApprovalStanding.Due(ApprovalStep.UNIT_HEAD), standing(spec));
    }

    @Test
    void a_refused_request_is_over_and_another_one_may_follow() {
        var spec = under("SQ").done(request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD)
                .done(opinion(Verdict.REFUSED, "04-15"));
        assertEquals(new ApprovalStanding.Refused(), standing(spec));
        spec.by(TestPeople.ZHANG).when(request(ApprovalMatter.DECISION)).thenNothing();
        spec.done(new ApprovalCommand.RequestApproval(ANOTHER, ApprovalMatter.DECISION, Optional.empty(), PROPOSAL));
    }

    @Test
    void an_objection_of_the_review_is_followed_or_answered_with_a_reason() {
        var spec = flagged("SQ").done(request(ApprovalMatter.DECISION));
        spec.when(new ApprovalCommand.AdoptReview(ID, false, Optional.of("理由"))).thenRefused("no-review");
        spec.by(TestPeople.UNIT_HEAD).done(agree()).by(TestPeople.REVIEWER).done(opinion(Verdict.REFUSED, "04-16"));
        assertEquals(new ApprovalStanding.AdoptionDue(), standing(spec));
        spec.by(TestPeople.HEAD).when(agree()).thenRefused("adoption-due");
        spec.when(new ApprovalCommand.AdoptReview(ID, false, Optional.of("理由"))).thenRefused("no-handler");
        spec.by(TestPeople.LI).when(new ApprovalCommand.AdoptReview(ID, false, Optional.empty())).thenRefused("empty");
        var against = new ApprovalCommand.AdoptReview(ID, false, Optional.of("证据已补充"));
        spec.done(against).when(against).thenNothing();
        spec.when(new ApprovalCommand.AdoptReview(ID, true, Optional.empty())).thenRefused("already-taken");
        assertEquals(new ApprovalStanding.Due(ApprovalStep.AGENCY_HEAD), standing(spec));
    }

    @Test
    void an_objection_that_is_followed_sends_the_request_back() {
        var spec = flagged("SQ").done(request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD).done(agree())
                .by(TestPeople.REVIEWER)
                .done(opinion(Verdict.REFUSED, "04-16")).by(TestPeople.ZHANG)
                        .done(new ApprovalCommand.AdoptReview(ID, true, Optional.empty()));
        assertEquals(new ApprovalStanding.Returned(), standing(spec));
    }

    @Test
    void an_opinion_has_words_a_past_date_and_its_scan() {
        var spec = under("SQ").done(request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD);
        spec.when(opinion(Verdict.AGREED, "04-21")).thenRefused("in-the-future");
        spec.when(new ApprovalCommand.GiveOpinion(ID, Verdict.AGREED, "", Optional.empty(), day("04-15"), false,
                Optional.empty())).thenRefused("empty");
        spec.when(new ApprovalCommand.GiveOpinion(ID, Verdict.AGREED, "同意", Optional.empty(), day("04-15"), true,
                Optional.empty())).thenRefused("empty");
        spec.done(new ApprovalCommand.GiveOpinion(ID, Verdict.AGREED, "同意", Optional.empty(), day("04-15"), true,
                Optional.of(digest(9))));
        under("SQ").by(TestPeople.UNIT_HEAD).when(agree()).thenRefused("no-such-request");
    }

    @Test
    void a_request_is_taken_back_while_it_is_open() {
        var back = new ApprovalCommand.WithdrawRequest(ID, "事实有变");
        var spec = under("SQ").done(request(ApprovalMatter.DECISION));
        spec.when(new ApprovalCommand.WithdrawRequest(ID, "")).thenRefused("empty");
        spec.by(TestPeople.UNIT_HEAD).when(back).thenRefused("no-handler");
        spec.by(TestPeople.ZHANG).done(back).when(back).thenNothing();
        spec.by(TestPeople.UNIT_HEAD).when(agree()).thenRefused("withdrawn");
        var approved = under("SQ").done(request(ApprovalMatter.CASE_OPENING)).by(TestPeople.UNIT_HEAD).done(agree())
                .by(TestPeople.HEAD).done(agree());
        approved.by(TestPeople.ZHANG).when(back).thenRefused("already-answered");
    }

    @Test
    void recused_officers_and_ended_cases_ask_for_nothing() {
        under("SQ").given(new LifeEvent.RecusalDecided(TestPeople.ZHANG, true, "亲属", TestPeople.HEAD, day("04-12")))
                .when(request(ApprovalMatter.DECISION)).thenRefused("recused");
        under("SQ").given(new LifeEvent.CaseEnded(EndGround.PERFORMED, Optional.empty(), day("04-19")))
                .when(request(ApprovalMatter.DECISION)).thenRefused("case-ended");
    }

    @Test
    void a_discussion_has_people_and_what_they_said() {
        var wu = new Attendance(TestPeople.HEAD, "吴局", "同意");
        var held = new ApprovalCommand.DiscussCollectively(day("04-16"), "吴局", List.of(wu), "罚款", Optional.empty(),
                Optional.empty());
        under("SQ").done(held).when(held).thenNothing();
        under("SQ").when(discussion("04-21", wu)).thenRefused("in-the-future");
        under("SQ").when(discussion("04-16")).thenRefused("empty");
        under("SQ").when(discussion("04-16", new Attendance(TestPeople.HEAD, "吴局", " "))).thenRefused("empty");
        under("SQ").given(new LifeEvent.RecusalDecided(TestPeople.LI, true, "亲属", TestPeople.HEAD, day("04-12")))
                .when(discussion("04-16", new Attendance(TestPeople.LI, "李四", "同意"))).thenRefused("recused");
        under("SQ").when(new ApprovalCommand.DiscussCollectively(day("04-16"), "吴局", List.of(wu), "罚款",
                Optional.of(TestPapers.OTHER), Optional.empty()))
                .thenRefused("no-such-document");
    }

    private static ApprovalCommand discussion(String on, Attendance... attendees) {
        return new ApprovalCommand.DiscussCollectively(day(on), "吴局", List.of(attendees), "罚款", Optional.empty(),
                Optional.empty());
    }

    @Test
    void no_handler_approves_in_the_case_whoever_asked_and_for_whom_he_stands_in() {
        var handles = new LifeEvent.HandlersChanged(List.of(TestPeople.officerOf(TestPeople.ZHANG),
                new Officer(TestPeople.DEPUTY, "郑副", "008", day("01-01"), day("12-31"), TestPeople.UNIT)), "加派");
        var spec = under("SQ").given(handles).done(request(ApprovalMatter.CASE_OPENING));
        spec.by(TestPeople.DEPUTY).when(opinion(Verdict.AGREED, "04-05")).thenRefused("own-request");
        spec.by(TestPeople.UNIT_HEAD).done(opinion(Verdict.AGREED, "04-05"));
        spec.by(TestPeople.DEPUTY).when(opinion(Verdict.AGREED, "04-05")).thenRefused("own-request");
    }

    @Test
    void a_discussion_has_people_of_the_register_and_comes_after_the_opening() {
        var stranger = new org.liuhen.core.values.PersonId(new java.util.UUID(7, 7));
        under("SQ").when(discussion("04-16", new Attendance(stranger, "某人", "同意"))).thenRefused("no-such-person");
        under("SQ").when(discussion("03-31", new Attendance(TestPeople.LI, "李四", "同意"))).thenRefused("before-opening");
    }
}
