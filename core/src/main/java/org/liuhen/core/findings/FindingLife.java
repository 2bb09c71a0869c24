package org.liuhen.core.findings;

import java.time.Instant;
import java.util.Optional;

/** A finding (问题) and its life; kept for ever. */
public record FindingLife(
        RaisedFinding raised, Instant raisedAt, Optional<Instant> clearedAt,
        Optional<FindingEvent.FindingExplained> explained, Optional<FindingEvent.ExplanationJudged> judged,
        Optional<FindingEvent.FindingAppealed> appealed, Optional<FindingEvent.AppealDecided> decided) {
    static FindingLife raised(RaisedFinding finding, Instant at) {
        return new FindingLife(finding, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    FindingLife cleared(Instant at) {
        return new FindingLife(raised, raisedAt, Optional.of(at), explained, judged, appealed, decided);
    }

    FindingLife with(FindingEvent.FindingExplained e) {
        return new FindingLife(raised, raisedAt, clearedAt, Optional.of(e), Optional.empty(), appealed, decided);
    }

    FindingLife with(FindingEvent.ExplanationJudged e) {
        return new FindingLife(raised, raisedAt, clearedAt, explained, Optional.of(e), appealed, decided);
    }

    FindingLife with(FindingEvent.FindingAppealed e) {
        return new FindingLife(raised, raisedAt, clearedAt, explained, judged, Optional.of(e), Optional.empty());
    }

    FindingLife with(FindingEvent.AppealDecided e) {
        return new FindingLife(raised, raisedAt, clearedAt, explained, judged, appealed, Optional.of(e));
    }
}
