package org.liuhen.core.devices.places.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.devices.places.PlaceKind;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 受理地点视频监控: a place of the agency's own where applications are accepted has a camera; a window of the district's service hall follows
 * the district's rules (WD-3.1). It is a standing duty: the law of the present day counts.
 */
@Duty("avRecord.acceptancePlaceVideo.required")
public final class AcceptancePlaceFilmed implements Rule<Known> {

    static final Key KEY = new Key("avRecord.acceptancePlaceVideo.required");
    private static final Key EXCEPT = new Key("avRecord.acceptancePlaceVideo.except");
    private static final String HALL = "districtServiceHall";

    @Override
    public Assessment check(Known place, Law law, Instant now) {
        var of = new OfPlace(place, law);
        if (!place.standing().isEmpty()) return Assessment.quiet();
        if (!now.isAfter(of.unusedUntil())) return Assessment.quietUntil(of.unusedUntil());
        if (!place.inUse(of.day(now))) return Assessment.quiet();
        return demanded(place, law.on(of.day(now)))
                .map(authority -> Assessment.of(of.alert(KEY, of.bareSince().toString(), authority,
                        new Bilingual("受理场所在用，没有视频监控。", "Applications are accepted here and no camera is fixed."),
                        new Bilingual("请登记安装的摄像设备；在政务服务大厅的，登记说明；不再使用的，登记停用。",
                                "Enter the camera, or that it is a window of the service hall, or that the place is not used any more."))))
                .orElseGet(Assessment::quiet);
    }

    /** By what authority such a place is filmed; empty where none asks for it. */
    public static Optional<Authority> demanded(Known place, Rules rules) {
        if (place.registered().kind() != PlaceKind.ACCEPTANCE_PLACE || exempt(place, rules).isPresent()) return Optional.empty();
        return rules.flagCited(KEY).filter(cited -> cited.value()).map(cited -> cited.authority());
    }

    /** By what authority it need not be; empty where it must. */
    public static Optional<Authority> exempt(Known place, Rules rules) {
        if (!place.now().districtServiceHall()) return Optional.empty();
        return rules.word(EXCEPT).filter(cited -> cited.value().equals(HALL)).map(cited -> cited.authority());
    }
}
