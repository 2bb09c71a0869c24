package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 亮证: the showing of the certificates is recorded (SQ-D-7, WD-6.3), and comes first where the text says so: before any focus item
 * that has a time. Nobody is shown one where a notice is posted. The officer's declaration suffices. The law of the day of the
 * act counts.
 */
@Duty("avRecord.certificateShowing.recorded")
public final class CertificateShown implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.certificateShowing.recorded");
    private static final Key FIRST = new Key("avRecord.certificateShowing.first");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && act.withParty() && !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream().flatMap(cited -> {
                    if (activity.course().marks(Mark.Kind.CERTIFICATE_SHOWN).findAny().isEmpty()) {
                        return Stream.of(act.alert(KEY, "", cited.authority(),
                                new Bilingual("没有声明亮证过程已记录。", "Nobody declares that the showing of the certificates is recorded."),
                                new Bilingual("请声明亮证的时间和对象；没有记录到的，写明原因。",
                                        "Declare when they were shown and to whom; if it is not recorded, give the reason.")));
                    }
                    return late(activity) && act.rules().flag(FIRST)
                            ? Stream.of(act.alert(KEY, "first", cited.authority(),
                                    new Bilingual("亮证不是最先记录的内容。", "The showing of the certificates is not the first thing recorded."),
                                    new Bilingual("请核对时间；确实在后的，写明原因。", "Check the times; if it came later, give the reason.")))
                            : Stream.empty();
                }))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static boolean late(Known activity) {
        var shown = activity.course().marks(Mark.Kind.CERTIFICATE_SHOWN).flatMap(mark -> mark.at().stream()).min(Instant::compareTo);
        var focus = activity.course().marks(Mark.Kind.FOCUS).flatMap(mark -> mark.at().stream()).min(Instant::compareTo);
        return shown.isPresent() && focus.isPresent() && shown.get().isAfter(focus.get());
    }
}
