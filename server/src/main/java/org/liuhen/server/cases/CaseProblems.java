package org.liuhen.server.cases;

import org.liuhen.core.cases.CaseRefusal;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.findings.MissingView;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;

/** Refusals of cases as answers: each missing thing with its article and its way out. */
final class CaseProblems {

    private CaseProblems() {}

    /** What is wrong with a field, for a page. */
    record FaultView(String place, String problem, String what, String whatEn) {
        static FaultView of(FieldFault fault) {
            return new FaultView(fault.place(), fault.problem().word(), fault.what().zh(), fault.what().en());
        }
    }

    static Problem of(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-case" -> HttpStatus.NOT_FOUND;
            case "case-destroyed" -> HttpStatus.GONE;
            case "incomplete", "bad-fields", "empty", "contradictory", "in-the-future", "before-opening" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = Problem.refused(status, refusal);
        if (!(refusal instanceof CaseRefusal ofCase)) return problem;
        if (!ofCase.missing().isEmpty()) problem = problem.with("missing", ofCase.missing().stream().map(MissingView::of).toList());
        if (!ofCase.faults().isEmpty()) problem = problem.with("faults", ofCase.faults().stream().map(FaultView::of).toList());
        return problem;
    }
}
