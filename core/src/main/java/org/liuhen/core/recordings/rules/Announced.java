package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 告知录音录像: the other side is told that it is recorded (SQ-D-6, SQ-I-8, LX-6.p2, WD-7.p2, AJ-14). Due where sound or moving
 * pictures were taken of an act that the text's scope reaches. The officer's declaration suffices. The law of the day of the act
 * counts.
 */
@Duty("avRecord.announcement.required")
public final class Announced implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.announcement.required");
    private static final Key SCOPE = new Key("avRecord.announcement.scope");
    private static final Key AUDIENCE = new Key("avRecord.announcement.audience");
    private static final Set<String> EVERYWHERE = Set.of("allRecording", "wholeCourseRecording");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> due(act) && !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .flatMap(cited -> lacking(act).stream().map(who -> finding(act, who, cited.authority()))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    /** Whether there is something to tell, and somebody to tell it to. */
    static boolean due(OnSite act) {
        return act.moving() && act.withParty() && inScope(act);
    }

    private static boolean inScope(OnSite act) {
        var scope = act.rules().words(SCOPE).map(cited -> cited.value()).orElse(List.of());
        return scope.isEmpty() || scope.stream().anyMatch(word -> EVERYWHERE.contains(word)
                || act.activity().opened().item().events().contains(word));
    }

    /** Those of the audience that nobody declares to have been told; the party where the text names none. */
    private static List<String> lacking(OnSite act) {
        var told = act.activity().course().marks(Mark.Kind.ANNOUNCED).flatMap(mark -> mark.words().stream()).toList();
        return audience(act.rules()).stream().filter(who -> !told.contains(who)).toList();
    }

    private static List<String> audience(Rules rules) {
        return rules.words(AUDIENCE).map(cited -> cited.value()).filter(words -> !words.isEmpty()).orElse(List.of("party"));
    }

    private static Finding finding(OnSite act, String who, Authority authority) {
        var party = who.equals("party");
        return act.alert(KEY, who, authority,
                party ? new Bilingual("没有声明已告知当事人正在录音录像。", "Nobody declares that the party was told of the recording.")
                        : new Bilingual("没有声明已告知现场其他人员正在录音录像。", "Nobody declares that the others on site were told of the recording."),
                new Bilingual("请声明是谁在何时告知的；没有告知的，写明原因。", "Declare who told them and when; if nobody did, give the reason."));
    }
}
