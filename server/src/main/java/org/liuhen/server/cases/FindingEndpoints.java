package org.liuhen.server.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.StandingFindings;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody must look at, over all cases, activities, devices and recordings. */
@RestController
class FindingEndpoints {

    private final StandingFindings findings;

    FindingEndpoints(StandingFindings findings) {
        this.findings = findings;
    }

    /**
     * One line; its words are the duty's title, the page of what it is of has the sentence.
     *
     * @param caseId of a case alone
     */
    record Line(String kind, Optional<UUID> caseId, String link, String subject, String subjectEn, Optional<String> number, String duty, String article,
            String severity, String state, Instant raisedAt, Optional<Instant> due, Optional<Instant> nextChangeAt, String what, String whatEn) {
        private static Line of(StandingFindings.Row row) {
            var title = FindingView.duty(row.duty());
            var caseId = Optional.of(row.of()).filter(_ -> row.kind() == StandingFindings.Kind.CASE);
            return new Line(row.kind().word(), caseId, row.link(), row.subject(), row.subjectEn(), row.number(), row.duty(), row.article(),
                    row.severity(), row.state(), row.raisedAt(), row.due(), row.nextChangeAt(), title.zh(), title.en());
        }
    }

    /** What was due first, then what changes first, then the oldest. */
    record Lines(List<Line> items) {}

    @GetMapping("/api/findings")
    @MayViewCases
    Lines findings(Caller caller, @RequestParam(defaultValue = "0") int mine) {
        var person = mine == 1 ? Optional.of(caller.id()) : Optional.<UUID>empty();
        return new Lines(findings.all(caller.agency(), StandingFindings.Kind.of(caller.roles()), person).stream().map(Line::of).toList());
    }
}
