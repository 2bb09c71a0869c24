package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.rules.CheckOutBlocks.CheckOut;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 定人管理: every body recorder in use has one person who manages and maintains it (SQ-I-6); without one it does not go out. Who takes it for a
 * day is another matter (SQ/21). The law of the day on which it was put to use counts, for a check-out that of its day.
 */
@Duty("device.assignment")
public final class ManagedByOne implements Rule<Registered>, Requirement<CheckOut> {

    private static final Key KEY = new Key("device.assignment");
    private static final Bilingual WHAT = new Bilingual("执法记录仪没有落实到人管理。", "Nobody is named who manages this body recorder.");
    private static final Bilingual WAY_OUT = new Bilingual("请设备保管人或者机构负责人配发到人。", "Let the custodian or the head of the unit assign it to somebody.");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.inServiceSince().stream()
                .filter(_ -> unmanaged(device))
                .flatMap(since -> law.on(since).word(KEY).stream())
                .map(cited -> Assessment.of(of.alert(KEY, "", cited.authority(), WHAT, WAY_OUT)))
                .collect(Assessment.all());
    }

    @Override
    public List<Missing> missing(CheckOut wanted, Rules rules) {
        if (!unmanaged(wanted.device())) return List.of();
        return rules.word(KEY).map(cited -> new Missing(KEY.value(), cited.authority(), WHAT, WAY_OUT)).stream().toList();
    }

    private static boolean unmanaged(Registered device) {
        return device.facts().kind() == DeviceKind.BODY_CAMERA && device.life().keeping().manager().isEmpty();
    }
}
