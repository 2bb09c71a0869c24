package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 手持取证: a recorder is held in the hand for the taking of evidence only (SQ-D-5). By where the officer said he wears it,
 * and what the act
 * is: one that takes evidence, or has evidence or an unlawful act in the recording. The law of the day of the act counts.
 */
@Duty("device.wear.handheld")
public final class HandheldForEvidence implements Rule<Known> {

    private static final Key KEY = new Key("device.wear.handheld");
    private static final String HANDHELD = "handheld";
    private static final Set<String> TAKING = Set.of("investigationEvidence", "violationHandling");
    private static final Set<String> SEEN = Set.of("copyingVouchers", "samplingByPhoto", "physicalEvidenceAndTraces",
            "tracesAndPhysicalEvidence",
            "importantArticles");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !evidence(act) && !act.answered(KEY))
                .flatMap(act -> act.rules().word(KEY).stream().flatMap(cited -> activity.details().worn().entrySet().stream()
                        .filter(worn -> worn.getValue().equals(HANDHELD)
                                && activity.evidence().recordings().containsKey(worn.getKey()))
                        .map(Map.Entry::getKey)
                        .map(recording -> act.alert(KEY, recording.toString(), cited.authority(),
                                new Bilingual("记录仪登记为手持，而这次活动不是取证。",
                                        "The recorder was held in the hand, and this act takes no evidence."),
                                new Bilingual("请核对佩戴位置；确有取证的，标记重点内容，否则说明情况。",
                                        "Check where it was worn; if evidence was taken, tag it, else explain.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static boolean evidence(OnSite act) {
        return act.events().stream().anyMatch(TAKING::contains)
                || act.activity().course().marks(Mark.Kind.FOCUS).anyMatch(mark -> mark.words()
                        .stream().anyMatch(SEEN::contains));
    }
}
