package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 签字在录像中: the party signs the record while sound or moving pictures are taken (SQ-I-10.6). A signature that no recording of the
 * activity covers, whatever the clocks' errors,
 * is a question for a person; where nothing was recorded others speak. The law of the
 * day of the act counts.
 */
@Duty("avRecord.focus.items")
public final class SignedOnCamera implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.focus.items");
    private static final String SIGNING = "signing";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.moving() && !act.answered(KEY))
                .flatMap(act -> article(act).flatMap(authority -> unseen(act).map(document -> act.alert(KEY,
                        document.document().toString(), authority,
                        new Bilingual("当事人签名的时间不在音像记录之内：" + document.title() + "。",
                                "The party signed while nothing was recorded: " + document.title() + "."),
                        new Bilingual("请核对时间；确实没有录下签名的，写明理由。",
                                "Check the times; if the signing was not recorded, give the reason.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static Stream<Authority> article(OnSite act) {
        return act.rules().elements(KEY).stream().filter(element -> element.word().equals(SIGNING)).map(Element::article)
                .map(Authority.Article::new);
    }

    private static Stream<LinkedDocument> unseen(OnSite act) {
        return act.activity().evidence().documents().values().stream()
                .filter(document -> act.activity().details().signed().getOrDefault(document.document(), Set.of()).stream()
                        .anyMatch(at -> !seen(act, at)))
                .sorted(Comparator.comparing(document -> document.document().value()));
    }

    private static boolean seen(OnSite act, Instant at) {
        return act.activity().evidence().filed().stream().filter(filed -> moving(filed))
                .anyMatch(filed -> {
                    var time = filed.segment().time().widened(filed.segment().uncertainty().plus(act.gap()));
                    return !at.isBefore(time.from()) && !at.isAfter(time.to());
                });
    }

    private static boolean moving(FiledSegment filed) {
        return filed.means().stream().anyMatch(OnSite.MOVING::contains);
    }
}
