package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Optional;
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
 * 应当音像记录的事项: an act of the agency's list has no recording when the time to hand it in is over, and nobody says why (SQ-M-17,
 * LX-19, CL-11b, AJ-6, WD-5). A written reason, an end of recording or a ground of the text answers. The law of the day of the
 * act counts.
 */
@Duty("avRecord.required.mode")
public final class ItemRecorded implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.required.mode");
    private static final Key EVENTS = new Key("avRecord.required.events");
    private static final String STRICT = "strictByItemsList";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.recorded() && !act.exempted() && activity.course().givenUp().isEmpty() && !act.answered(KEY))
                .map(act -> demanded(act.activity().opened().item(), act.rules()).map(authority -> now.isAfter(act.handedInBy())
                                ? Assessment.of(finding(act, authority))
                                : Assessment.quietUntil(act.handedInBy()))
                        .orElseGet(Assessment::quiet))
                .collect(Assessment.all());
    }

    /** The article that demands a recording of the act: the one that names it, or that of the list where the list is strict. */
    public static Optional<Authority> demanded(RecordedItem item, Rules rules) {
        var strict = rules.word(KEY).filter(cited -> cited.value().equals(STRICT));
        if (strict.isPresent()) return Optional.of(strict.get().authority());
        return rules.elements(EVENTS).stream()
                .filter(element -> item.events().contains(element.word()))
                .findFirst()
                .map(element -> new Authority.Article(element.article()));
    }

    private static Finding finding(OnSite act, Authority authority) {
        var title = act.activity().opened().item().title();
        return act.alert(KEY, "", authority,
                new Bilingual(title.zh() + "没有音像记录，也没有写明原因。", title.en() + " has no recording, and nobody says why."),
                new Bilingual("请归入音像记录；确实没有的，写明原因、登记不记录的理由或者无法记录的情况。",
                        "File its recordings; if there are none, give the reason, the ground for not recording, or what made it impossible."));
    }
}
