package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.TestActs.ACT;
import static org.liuhen.core.cases.TestActs.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.CaseHistory.Known;
import org.liuhen.core.cases.Rehearsal.Bite;
import org.liuhen.core.cases.Rehearsal.Kind;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.CaseId;

/** A draft of the rules over what has happened. */
class RehearsalTest {

    private static final CaseId OTHER = new CaseId(new UUID(0, 2));
    private static final Law SQ = TestLaw.of("SQ");

    private static CaseHistory history(CaseId id, Instant last, CaseEvent... events) {
        var opened = CaseSpec.opened(CaseKind.PENALTY, Procedure.ORDINARY, Origin.EX_OFFICIO);
        var first = new LifeEvent.CaseOpened(id, opened.kind(), opened.procedure(), opened.origin(), opened.subject(),
                opened.unit(),
                opened.handlers(), opened.procedureRules(), opened.entrustedBody(), opened.at(), opened.profile());
        var facts = new ArrayList<>(List.of(new Known(first, at("04-01T09:00"))));
        for (var event : events) facts.add(new Known(event, last));
        return new CaseHistory(id, facts);
    }

    private static Rehearsal rehearse(Law draft, Law inForce, CaseHistory... histories) {
        return Rehearsal.of(draft, inForce, List.of(histories), new TestPeople(), _ -> Optional.empty());
    }

    private static CaseEvent ordered() {
        return new MeasureEvent.CorrectionOrdered(ACT, document(3), day("04-20"), "停止销售");
    }

    private static CaseEvent ended(String on) {
        return new LifeEvent.CaseEnded(EndGround.OTHER, Optional.empty(), day(on));
    }

    @Test
    void the_law_in_force_against_itself_changes_nothing() {
        assertEquals(new Rehearsal(List.of(), List.of()), rehearse(SQ, SQ,
                history(CaseSpec.CASE, at("05-01T09:00"), ordered(), ended("05-01"))));
    }

    @Test
    void a_new_duty_bites_steps_and_findings_in_the_cases_that_did_not_meet_it() {
        var draft = TestLaw.like("SQ").with("correction.followUp.required", "flag | SQ-M-99 | true").law();
        var followed = new MeasureEvent.CorrectionFollowedUp(ACT, day("04-20"), CorrectionResult.CORRECTED, "已改正",
                Optional.empty());
        var rehearsal = rehearse(draft, SQ, history(CaseSpec.CASE, at("05-01T09:00"), ordered(), ended("05-01")),
                history(OTHER, at("05-01T09:00"), ordered(), followed, ended("05-01")));
        assertEquals(List.of(
                new Bite(Kind.REFUSAL, "SQ-M-99", "correction.followUp.required", List.of(CaseSpec.CASE), 1),
                new Bite(Kind.FINDING, "SQ-M-99", "correction.followUp.required", List.of(CaseSpec.CASE), 1)), rehearsal.newly());
        assertEquals(List.of(), rehearsal.gone());
    }

    @Test
    void a_duty_that_is_dropped_falls_away() {
        var draft = TestLaw.like("SQ").with("national.penalty.decideWithin", "limit | CN-penalty-60 | P120D").law();
        var late = history(CaseSpec.CASE, at("07-05T09:00"), ordered());
        var rehearsal = rehearse(draft, SQ, late, history(OTHER, at("06-30T09:00"), ordered()));
        assertEquals(List.of(), rehearsal.newly());
        assertEquals(List.of(new Bite(Kind.FINDING, "CN-penalty-60", "national.penalty.decideWithin", List.of(CaseSpec.CASE), 1)),
                rehearsal.gone());
    }

    @Test
    void how_often_is_counted_over_all_cases() {
        var draft = TestLaw.like("SQ").with("service.receipt.required", "words | SQ-M-15 | witnessSignature").law();
        var serve = TestActs.served(document(1), ServiceMethod.DIRECT, "04-11",
                "recipient place at serverSignature recipientSignature");
        var rehearsal = rehearse(draft, SQ, history(CaseSpec.CASE, at("04-12T09:00"), serve), history(OTHER, at("04-12T09:00"),
                serve));
        assertEquals(List.of(new Bite(Kind.REFUSAL, "SQ-M-15", "service.receipt.required", List.of(CaseSpec.CASE, OTHER), 2)),
                rehearsal.newly());
    }

    @Test
    void what_a_defect_statement_answered_then_does_not_bite() {
        var draft = TestLaw.like("SQ").with("correction.followUp.required", "flag | SQ-M-99 | true").law();
        var stated = new ProcessEvent.DefectStated(ACT.toString(), List.of("correction.followUp.required"), "复查", "企业已注销",
                List.of(TestPeople.ZHANG), day("04-25"));
        var rehearsal = rehearse(draft, SQ, history(CaseSpec.CASE, at("05-01T09:00"), ordered(), stated, ended("05-01")));
        assertEquals(List.of("record.traceability"), rehearsal.newly().stream().map(Bite::duty).toList());
    }

    @Test
    void an_act_type_that_the_draft_does_not_name_bites_at_the_opening() {
        var draft = TestLaw.like("SQ").with("case.actTypes", "words | SQ-M-2 | licence, inspection").law();
        assertEquals(List.of(new Bite(Kind.REFUSAL, "SQ-M-2", "case.actTypes", List.of(CaseSpec.CASE), 1)),
                rehearse(draft, SQ, history(CaseSpec.CASE, at("04-02T09:00"), ordered())).newly());
    }
}
