package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 技术验收: body recorders and terminals in use were looked at against the technical demands (SQ-E-7). The law of the day on which it was put
 * to use counts.
 */
@Duty("device.tech.acceptance")
public final class TechnicallyAccepted implements Rule<Registered> {

    private static final Key KEY = new Key("device.tech.acceptance");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.inServiceSince().stream()
                .filter(_ -> concerns(device) && of.life().papers().acceptance().isEmpty())
                .flatMap(since -> law.on(since).flagCited(KEY).filter(cited -> cited.value()).stream())
                .map(cited -> Assessment.of(of.alert(KEY, "", cited.authority(),
                        new Bilingual("设备已经使用，没有技术验收记录。", "The device is in use and was never technically accepted."),
                        new Bilingual("请逐项验收并登记依据。", "Look at each demand and enter what shows it."))))
                .collect(Assessment.all());
    }

    static boolean concerns(Registered device) {
        return switch (device.facts().kind()) {
            case BODY_CAMERA, PHONE -> true;
            case CAMERA, CAMCORDER, VOICE_RECORDER, SURVEILLANCE, COLLECTION_STORAGE, OTHER -> false;
        };
    }
}
