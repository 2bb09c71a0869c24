package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Rule;

/** What an activity lacks that an article wants before it is closed: breaks explained, statements signed, people told. */
public final class ActivityBlocks {

    private static final List<Rule<Known>> BLOCKING = List.of(new WholeActRecorded(), new SubstituteMade(), new Unbroken(),
            new RecordedToTheEnd(), new InterruptionSpoken(), new StatementSigned(), new ExemptionReported(), new Announced());

    private ActivityBlocks() {}

    /** Each with its way out; empty when nothing is missing. Time is no excuse: what would be found later is missing now. */
    public static List<Missing> missing(Known activity, Law law) {
        return BLOCKING.stream()
                .flatMap(rule -> rule.check(activity, law, Instant.MAX).findings().stream())
                .map(finding -> new Missing(finding.key().duty(), finding.authority(), finding.what(), finding.wayOut()))
                .toList();
    }
}
