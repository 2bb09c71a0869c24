package org.liuhen.server.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody must look at, over all cases. */
@RestController
class FindingEndpoints {

    private final CaseList list;

    FindingEndpoints(CaseList list) {
        this.list = list;
    }

    /** One line; its words are the duty's title, the case's page has the sentence. */
    record Line(UUID caseId, String subject, Optional<String> number, String duty, String article, String severity, String state, Instant raisedAt,
            Optional<Instant> due, Optional<Instant> nextChangeAt, String what, String whatEn) {
        private static Line of(CaseList.FindingRow row) {
            var title = FindingView.duty(row.duty());
            return new Line(row.caseId(), row.subject(), row.number(), row.duty(), row.article(), row.severity(), row.state(), row.raisedAt(),
                    row.due(), row.nextChangeAt(), title.zh(), title.en());
        }
    }

    /** What was due first, then what changes first, then the oldest. */
    record Lines(List<Line> items) {}

    @GetMapping("/api/findings")
    @MayViewCases
    Lines findings(Caller caller, @RequestParam(defaultValue = "0") int mine) {
        var handler = mine == 1 ? Optional.of(caller.id()) : Optional.<UUID>empty();
        return new Lines(list.findings(caller.agency(), handler).stream().map(Line::of).toList());
    }
}
