package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 应当音像记录的事项: an act of the agency's lists has no recording when the time to hand it in is over, and nobody says why (SQ-M-17,
 * LX-19, CL-11b, AJ-6, WD-5). The articles' list and the items list count together (SQ-L-7). A written reason answers, but not
 * where the list is followed strictly; an end of recording, a ground of the text or a defect statement does everywhere.
 * Photographs are no 录音录像 (CL-11b, CL-18.p2). The law of the day of the act counts.
 */
@Duty("avRecord.required.mode")
public final class ItemRecorded implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.required.mode");
    private static final Key EVENTS = new Key("avRecord.required.events");
    private static final String STRICT = "strictByItemsList";
    private static final String UNLESS_UNSUITABLE = "mandatoryUnlessUnsuitable";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !recorded(act) && !act.exempted() && activity.course().givenUp().isEmpty() && !answered(act))
                .map(act -> demanded(act.activity().opened().item(), act.rules()).map(authority -> now.isAfter(act.handedInBy())
                                ? Assessment.of(finding(act, authority))
                                : Assessment.quietUntil(act.handedInBy()))
                        .orElseGet(Assessment::quiet))
                .collect(Assessment.all());
    }

    private static boolean answered(OnSite act) {
        return mode(act.rules(), STRICT) ? act.activity().course().defectStated(KEY.value()) : act.answered(KEY);
    }

    private static boolean mode(Rules rules, String word) {
        return rules.word(KEY).filter(cited -> cited.value().equals(word)).isPresent();
    }

    private static boolean recorded(OnSite act) {
        return soundOrMovingPictures(act) ? act.moving() : act.recorded();
    }

    /** Whether the act comes under one of the articles that set the mode; others of the list have photographs as a substitute. */
    private static boolean soundOrMovingPictures(OnSite act) {
        return mode(act.rules(), UNLESS_UNSUITABLE)
                && act.rules().answer(KEY) instanceof Answer.Stated(var articles, _)
                && act.element(EVENTS).filter(element -> articles.contains(element.article())).isPresent();
    }

    /**
     * The article that demands a recording of the act: the one that names it, or the row of the agency's list; strictly by the
     * items list it is the list's article.
     */
    public static Optional<Authority> demanded(RecordedItem item, Rules rules) {
        if (mode(rules, STRICT)) return rules.authority(KEY);
        var row = Optional.of(item.authority()).filter(authority -> !isProduct(authority));
        return OnSite.element(item.events(), rules, EVENTS)
                .<Authority>map(element -> new Authority.Article(element.article()))
                .or(() -> row);
    }

    private static boolean isProduct(Authority authority) {
        return switch (authority) {
            case Authority.Article _ -> false;
            case Authority.ProductDefault _ -> true;
        };
    }

    private static Finding finding(OnSite act, Authority authority) {
        return mode(act.rules(), STRICT)
                ? act.alert(KEY, "", authority, strictly(act.activity().opened().item()),
                        new Bilingual("请归入音像记录；确实没有的，登记无法记录的情况，或者作出情况说明。",
                                "File its recordings; if there are none, record what made it impossible, or make a defect"
                                        + " statement."))
                : act.alert(KEY, "", authority,
                        none(act.activity().opened().item().title(), "，也没有写明原因。", ", and nobody says why."),
                        new Bilingual("请归入音像记录；确实没有的，写明原因、登记不记录的理由或者无法记录的情况。",
                                "File its recordings; if there are none, give the reason, the ground for not recording, or what"
                                        + " made it impossible."));
    }

    private static Bilingual strictly(RecordedItem item) {
        return isProduct(item.authority())
                ? none(item.title(), "。本机关的清单尚未确认，按本系统的清单判断。", ". The agency has not confirmed its list yet; ours is used.")
                : none(item.title(), "。", ".");
    }

    private static Bilingual none(Bilingual title, String zh, String en) {
        return new Bilingual(title.zh() + "没有音像记录" + zh, title.en() + " has no recording" + en);
    }
}
