package org.liuhen.core.devices.places.rules;

import java.time.Instant;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 办案场所全程音像记录: a room where cases are handled is not used without a fixed device (SQ-M-17.p2, LX-19.p2). What happens in it is
 * judged with the activity that is held there. It is a standing duty: the law of the present day counts.
 */
@Duty("avRecord.fullCourse.events")
public final class CaseHandlingPlaceFilmed implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.fullCourse.events");
    private static final String WORD = "caseHandlingPlace";

    @Override
    public Assessment check(Known place, Law law, Instant now) {
        var of = new OfPlace(place, law);
        if (!place.registered().kind().handlesCases() || !place.standing().isEmpty()) return Assessment.quiet();
        if (!now.isAfter(of.unusedUntil())) return Assessment.quietUntil(of.unusedUntil());
        if (!place.inUse(of.day(now))) return Assessment.quiet();
        return law.on(of.day(now)).elements(KEY).stream().filter(element -> element.word().equals(WORD)).map(Element::article).findFirst()
                .map(article -> Assessment.of(of.alert(KEY, of.bareSince().toString(), new Authority.Article(article),
                        new Bilingual("办案场所在用，没有固定的音像设备。", "The room is used for handling cases and has no fixed recording device."),
                        new Bilingual("请登记安装的设备；不再使用的，登记停用。", "Enter the device that stands there, or that the room is not used any more."))))
                .orElseGet(Assessment::quiet);
    }
}
