package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.stream.Collectors;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceNumber;

/**
 * 没有防爆设备的免录: who leaves an act unrecorded in an area in danger of explosion for want of an explosion-proof device has none (SQ-I-5.1); by the
 * register of devices at that moment. Why a device that is there could not be used is for people to say. The law of the day of the act counts.
 */
@Duty("avRecord.exemption.reasons")
public final class ProofDeviceUsed implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.exemption.reasons");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return activity.course().exemption().filter(exemption -> !exemption.held().isEmpty()).stream()
                .flatMap(exemption -> OnSite.of(activity, law).stream().filter(act -> !act.answered(KEY))
                        .flatMap(act -> act.rules().elements(KEY).stream().filter(element -> element.word().equals(exemption.ground()))
                                .map(element -> {
                                    var numbers = exemption.held().stream().map(DeviceNumber::value).collect(Collectors.joining(" "));
                                    return Assessment.of(act.alert(KEY, exemption.ground(), new Authority.Article(element.article()),
                                            new Bilingual("以没有防爆设备为由没有记录，本机构登记有防爆设备：" + numbers + "。",
                                                    "It was not recorded for want of an explosion-proof device, and the unit has: " + numbers + "."),
                                            new Bilingual("请说明这些设备当时为什么不能使用；设备性能登记有误的，更正设备档案。",
                                                    "Say why they could not be used; if the register of devices is wrong, correct it.")));
                                })))
                .collect(Assessment.all());
    }
}
