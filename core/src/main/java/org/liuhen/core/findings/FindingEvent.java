package org.liuhen.core.findings;

import java.util.List;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;

/** The life of a finding (问题), in the stream that it is about. docs/formats.md, section 2.7. */
public sealed interface FindingEvent extends Event {

    /** It followed from what happened and the law. */
    record FindingRaised(RaisedFinding finding) implements FindingEvent {}

    /** It no longer follows. */
    record FindingCleared(FindingKey finding) implements FindingEvent {}

    /** Somebody explained it. */
    record FindingExplained(FindingKey finding, String text, List<Digest> evidence, PersonId by) implements FindingEvent {
        public FindingExplained {
            evidence = List.copyOf(evidence);
        }
    }

    /** The explanation was accepted or rejected. */
    record ExplanationJudged(FindingKey finding, boolean accepted, String reason, PersonId by) implements FindingEvent {}

    /** Somebody appealed. */
    record FindingAppealed(FindingKey finding, String text, PersonId by) implements FindingEvent {}

    /** The appeal was decided. */
    record AppealDecided(FindingKey finding, boolean upheld, String reason, PersonId by) implements FindingEvent {}
}
