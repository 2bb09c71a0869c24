package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.rules.Rule;

/** The rules over a case. */
public final class CaseRules {

    /** All of them; the order is that of a case's course. */
    public static final List<Rule<Begun>> ALL = List.of(
            new RulesInForce(), new ContentTableKept(), new CertificatesValid(),
            new SupplementNoticeInTime(), new NationalSupplementNotice(), new DeemedAccepted(), new NotCompetentAtOnce(),
            new VerificationDone(), new LicenceDecidedInTime(), new LicenceExtensionInTime(),
            new EnteredAtOnce(), new ActsRecorded(), new TestResultIn(), new PreservationDecided(), new PreservationClosed(),
            new MeasureWithinLimit(), new MeasureExtensionWithinLimit(), new HearingAskedInTime(), new HearingNotifiedInTime(),
            new FormSourced(), new FactsSupported(), new OpinionsInOrder(), new OpinionsByDifferentPeople(),
            new RefusalSignersAsked(), new DiscussionAudioKept(),
            new PenaltyDecidedInTime(), new PenaltyServedInTime(), new MethodHasBasis(), new ElectronicServiceSwitchedOn(),
            new FinePaidInTime(), new AdditionalFineRate(),
            new PerformanceEntered(), new CorrectionCheckedInTime(), new DemandIssued(), new DemandBeforeCourt(),
                    new CourtAppliedInTime(),
            new DefectsStand());

    private CaseRules() {}
}
