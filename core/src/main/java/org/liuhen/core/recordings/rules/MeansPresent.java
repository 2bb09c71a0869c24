package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 记录方式: each means of the items list has something to show for the act (SQ-L-1 to SQ-L-10). Found when the time to hand in is
 * over. Sound and moving pictures are not asked for again where somebody has said why there are none. The list as it stood when
 * the activity was opened counts.
 */
@Duty("avRecord.itemsList.required")
public final class MeansPresent implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.itemsList.required");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.exempted() && !act.answered(KEY))
                .flatMap(act -> {
                    var lacking = EnumSet.noneOf(Means.class);
                    lacking.addAll(activity.opened().item().means());
                    lacking.removeAll(shown(activity));
                    if (act.causeGiven()) lacking.removeAll(EnumSet.of(Means.AUDIO, Means.VIDEO));
                    if (lacking.isEmpty()) return Stream.empty();
                    if (!now.isAfter(act.handedInBy())) return Stream.of(Assessment.quietUntil(act.handedInBy()));
                    return lacking.stream().map(means -> Assessment.of(act.alert(KEY, means.word(), activity.opened().item().authority(),
                            new Bilingual("清单要求的记录方式没有留下内容：" + name(means).zh() + "。",
                                    "A means of the items list has nothing to show: " + name(means).en() + "."),
                            new Bilingual("请归入或者关联；确实没有的，写明理由。", "File or link it; if there is none, give the reason."))));
                })
                .collect(Assessment.all());
    }

    private static EnumSet<Means> shown(Known activity) {
        var shown = EnumSet.noneOf(Means.class);
        activity.evidence().filed().forEach(filed -> shown.addAll(filed.means()));
        if (!activity.evidence().documents().isEmpty()) {
            shown.add(Means.TEXT);
            shown.add(Means.COPY); // a copy is kept as a document of the case
        }
        return shown;
    }

    private static Bilingual name(Means means) {
        return switch (means) {
            case TEXT -> new Bilingual("文字", "text");
            case COPY -> new Bilingual("复制", "copy");
            case PHOTO -> new Bilingual("拍照", "photograph");
            case AUDIO -> new Bilingual("录音", "sound");
            case VIDEO -> new Bilingual("录像", "video");
        };
    }
}
