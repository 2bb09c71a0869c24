package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Authority;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 条件允许的全程录音录像: an act that is recorded in part only, though the text wants all of it where conditions allow, has a cause (CL-13,
 * AJ-13). What then stands in for the rest is {@link SubstituteMade}. The law of the day of the act counts.
 */
@Duty("avRecord.fullCourse.events")
public final class RecordedWherePossible implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.fullCourse.events");
    private static final String WHERE_CONDITIONS_ALLOW = "whereConditionsAllow";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.answered(KEY) && !act.unexplained(Hole.Edge.values()).isEmpty())
                .flatMap(act -> demanded(act).stream().map(element -> act.alert(KEY, "", new Authority.Article(element.article()),
                        new Bilingual("没有全程录音录像，也没有写明受何条件限制。", "Not all of it is recorded, and nobody says what prevented that."),
                        new Bilingual("请归入其余的录音录像；条件不允许的，写明原因。",
                                "File the other recordings; where conditions did not allow them, give the cause."))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    /** The element by which all of the act is to be recorded where conditions allow. */
    static Optional<Element> demanded(OnSite act) {
        return act.element(KEY).filter(RecordedWherePossible::conditional);
    }

    static boolean conditional(Element element) {
        return element.contents().contains(WHERE_CONDITIONS_ALLOW);
    }
}
