package org.liuhen.core.recordings.rules;

import java.time.Instant;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 重要环节的替代记录: what could not be recorded, or not wholly, has at least pictures of the important steps, a cause, and the text
 * record where the text asks for it (CL-7.p3, CL-13.p2, AJ-13.p2). Photographs and clips both count. Nothing is missing before
 * the time to hand in is over. The law of the day of the act counts.
 */
@Duty("avRecord.fallback.scope")
public final class SubstituteMade implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.fallback.scope");
    private static final Key TEXT = new Key("avRecord.fallback.textRequired");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.exempted() && !act.answered(KEY))
                .flatMap(act -> act.element(KEY).stream().map(element -> check(act, element, now)))
                .collect(Assessment.all());
    }

    private static Assessment check(OnSite act, Element element, Instant now) {
        var whole = RecordedWherePossible.demanded(act).isPresent();
        if (act.moving() && (!whole || act.unexplained(Hole.Edge.values()).isEmpty())) return Assessment.quiet();
        if (!now.isAfter(act.handedInBy())) return Assessment.quietUntil(act.handedInBy());
        if (!act.recorded()) {
            return found(act, "pictures", element, new Bilingual("没有录音录像，重要环节也没有拍照或者摄像。",
                            "Nothing is recorded, and there are no pictures of the important steps."),
                    new Bilingual("请归入重要环节的照片或者录像；确实没有的，作出情况说明。",
                            "File pictures of the important steps; if there are none, make a defect statement."));
        }
        if (!whole && !act.causeGiven()) {
            return found(act, "cause", element, new Bilingual("以拍照代替录音录像，没有写明原因。",
                            "Photographs stand in for the recording, and nobody says why."),
                    new Bilingual("请写明不能录音录像的原因。", "Give the reason why there is no recording."));
        }
        return act.activity().evidence().documents().isEmpty() && textRequired(act, element)
                ? found(act, "text", element, new Bilingual("没有全程录音录像，也没有关联文书记录。",
                                "Not all of it is recorded, and no text record is linked."),
                        new Bilingual("请关联记录这一过程的文书；没有文书的，作出情况说明。",
                                "Link the document that records it; if there is none, make a defect statement."))
                : Assessment.quiet();
    }

    /** Where one of several articles asks for it, only its acts need it (CL-13.p2, not CL-7.p3). */
    private static boolean textRequired(OnSite act, Element element) {
        return act.rules().flagCited(TEXT)
                .filter(cited -> cited.value() && cited.authority().equals(new Authority.Article(element.article())))
                .isPresent();
    }

    private static Assessment found(OnSite act, String occurrence, Element element, Bilingual what, Bilingual wayOut) {
        return Assessment.of(act.alert(KEY, occurrence, new Authority.Article(element.article()), what, wayOut));
    }
}
