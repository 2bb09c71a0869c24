package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 禁止选择性记录: the same holes between numbers as {@link NothingKeptBack}, where only the text against picking and choosing speaks of them (WD-8):
 * one hole is one finding. The law of the day on which it was first missing counts.
 */
@Duty("avRecord.selective.forbidden")
public final class NothingLeftOut implements Rule<Registered> {

    private static final Key KEY = new Key("avRecord.selective.forbidden");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return NumbersMissing.of(device).filter(one -> !of.rules(one.since()).flag(NothingKeptBack.KEY))
                .flatMap(one -> of.rules(one.since()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(one.finding(of, KEY, cited.authority()))))
                .collect(Assessment.all());
    }
}
