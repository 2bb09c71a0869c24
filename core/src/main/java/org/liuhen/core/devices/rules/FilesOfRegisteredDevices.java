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
 * 音像记录的设备: records are made with devices of the kinds that the text lists, and the agency knows them (SQ-M-16, LX-18). Files of a device
 * that nobody has entered are taken in, and told of until somebody says what it is. The law of the day on which they came counts.
 */
@Duty("device.kinds")
public final class FilesOfRegisteredDevices implements Rule<Registered> {

    private static final Key KEY = new Key("device.kinds");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return device.unregistered().stream()
                .flatMap(found -> of.rules(found.at()).words(KEY).stream().map(cited -> Assessment.of(of.alert(KEY, "", cited.authority(),
                        new Bilingual("文件来自没有登记的设备：" + of.zh(found.at()) + "由" + found.by() + "交来入库。",
                                "Files came from a device that is in no register, handed in by " + found.by() + " on " + of.en(found.at()) + "."),
                        new Bilingual("请查明是谁的、什么设备：属于本机关的，登记性能（设备档案）；编号输错或者不再使用的，说明原因后报废。",
                                "Find out what it is and whose: describe it if it is the agency's; retire it with the reason if the number was"
                                        + " mistyped or it is not used again.")))))
                .collect(Assessment.all());
    }
}
