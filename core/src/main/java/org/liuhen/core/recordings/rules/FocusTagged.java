package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 重点记录: every focus item has a tag, or a note that it does not apply, at the end of the day (SQ-M-19, SQ-I-10, LX-21, WD-6). Tags
 * are an aid: a missing one is never more than a question, and all of an act are one, by the article of the first. The law of
 * the day of the act counts.
 */
@Duty("avRecord.focus.items")
public final class FocusTagged implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.focus.items");
    private static final Key ON_VIOLATION = new Key("avRecord.focus.onUnlawfulAct");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        var tagged = Stream.concat(activity.course().marks(Mark.Kind.FOCUS), activity.course().marks(Mark.Kind.NOT_APPLICABLE))
                .flatMap(mark -> mark.words().stream())
                .collect(Collectors.toSet());
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.answered(KEY))
                .flatMap(act -> {
                    var missing = Stream.concat(items(act), onViolation(act))
                            .filter(item -> !tagged.contains(item.value())).toList();
                    if (missing.isEmpty()) return Stream.empty();
                    if (!now.isAfter(act.endOfDay())) return Stream.of(Assessment.quietUntil(act.endOfDay()));
                    return Stream.of(Assessment.of(act.alert(KEY, "", missing.getFirst().authority(),
                            new Bilingual("有 " + missing.size() + " 项重点内容没有标记，也没有注明不适用。",
                                    missing.size() + " focus items are neither tagged nor noted as not applicable."),
                            new Bilingual("请回放后标记时间，或者注明不适用。", "Tag them while watching, or note that they do not apply."))));
                })
                .collect(Assessment.all());
    }

    private static Stream<Cited<String>> items(OnSite act) {
        return act.rules().elements(KEY).stream().map(item -> new Cited<>(item.word(), new Authority.Article(item.article())));
    }

    private static Stream<Cited<String>> onViolation(OnSite act) {
        if (!act.activity().course().violationFound()) return Stream.empty();
        return act.rules().words(ON_VIOLATION).stream()
                .flatMap(cited -> cited.value().stream().map(word -> new Cited<>(word, cited.authority())));
    }
}
