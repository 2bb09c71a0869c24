package org.liuhen.server.cases;

import java.util.Optional;
import org.liuhen.core.cases.CaseRefusal;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.law.Authority;
import org.liuhen.core.rules.Missing;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;

/** Refusals of cases as answers: each missing thing with its article and its way out. */
final class CaseProblems {

    private CaseProblems() {}

    /** Something missing, for a page. */
    record MissingView(
            String duty, Optional<String> subject, String article, boolean blocks, String what, String whatEn, String wayOut, String wayOutEn) {
        static MissingView of(Missing missing) {
            return new MissingView(missing.duty(), missing.subject(), cite(missing.authority()), missing.blocks(), missing.what().zh(),
                    missing.what().en(), missing.wayOut().zh(), missing.wayOut().en());
        }
    }

    /** What is wrong with a field, for a page. */
    record FaultView(String place, String problem, String what, String whatEn) {
        static FaultView of(FieldFault fault) {
            return new FaultView(fault.place(), fault.problem().word(), fault.what().zh(), fault.what().en());
        }
    }

    /** What a finding or refusal rests on: the article's id, or {@code product}. */
    static String cite(Authority authority) {
        return switch (authority) {
            case Authority.Article(var id) -> id.value();
            case Authority.ProductDefault _ -> "product";
        };
    }

    static Problem of(CaseRefusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-case" -> HttpStatus.NOT_FOUND;
            case "case-destroyed" -> HttpStatus.GONE;
            case "incomplete", "bad-fields", "empty", "contradictory", "in-the-future", "before-opening" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = Problem.refused(status, refusal);
        if (!refusal.missing().isEmpty()) problem = problem.with("missing", refusal.missing().stream().map(MissingView::of).toList());
        if (!refusal.faults().isEmpty()) problem = problem.with("faults", refusal.faults().stream().map(FaultView::of).toList());
        return problem;
    }
}
