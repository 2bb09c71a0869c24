package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Rule;

/** All rules over one field activity. */
public final class ActivityRules {

    /** In no order of importance. */
    public static final List<Rule<Known>> ALL = List.of(
            new ItemRecorded(),
            new MeansPresent(),
            new WholeActRecorded(),
            new RecordedWherePossible(),
            new SubstituteMade(),
            new RecordedFromArrival(),
            new RecordedToTheEnd(),
            new Unbroken(),
            new InterruptionSpoken(),
            new CauseNamed(),
            new StatementSigned(),
            new FailureReported(),
            new ExemptionReported(),
            new SecrecyAcknowledged(),
            new ProofDeviceUsed(),
            new Announced(),
            new AnnouncedInAdvance(),
            new CertificateShown(),
            new Introduced(),
            new FocusTagged(),
            new TimesMatch(),
            new NotBackfilled(),
            new LinkedToText(),
            new GuideInForce(),
            new NecessityTold(),
            new ExemptionNotHabitual(),
            new SignedOnCamera(),
            new ArticlesTied(),
            new HandheldForEvidence(),
            new MadeAtTheTime());

    private ActivityRules() {}

    /**
     * What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself. What a
     * defect statement answers is not raised again.
     */
    public static Assessment assess(Known activity, Law law, Instant now) {
        return FindingBook.assess(ALL, activity, law, now, key -> activity.course().defectStated(key.duty()));
    }
}
