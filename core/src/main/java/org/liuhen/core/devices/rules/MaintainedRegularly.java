package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 定期保养: a device in use is serviced, at the latest when the agency's interval since the last time, or since it was put to use, is over
 * (SQ-D-4.p3, AJ-15). Where the text gives no interval, one that has been used and never serviced is told. The law of the present day counts:
 * it is a standing duty.
 */
@Duty("device.maintenance.periodic")
public final class MaintainedRegularly implements Rule<Registered> {

    private static final Key KEY = new Key("device.maintenance.periodic");
    private static final Key INTERVAL = new Key("device.maintenance.interval");
    private static final Bilingual WAY_OUT = new Bilingual("请保养并登记。", "Have it serviced, and enter it.");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        var rules = of.rules(now);
        return of.inServiceSince().stream()
                .flatMap(since -> rules.flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> check(of, since, rules.limit(INTERVAL), cited.authority(), now)))
                .collect(Assessment.all());
    }

    private static Assessment check(OfDevice of, LocalDate since, Optional<Cited<Limit>> interval, Authority authority, Instant now) {
        var last = of.life().health().maintenance().stream().map(done -> done.on()).max(LocalDate::compareTo);
        if (interval.isPresent() && interval.get().value() instanceof Limit.Within within) {
            var due = within.dueDay(last.orElse(since), of.law().workDays()).last(of.law().zone());
            return now.isAfter(due)
                    ? Assessment.of(of.alert(KEY, last.map(LocalDate::toString).orElse(""), authority,
                            new Bilingual("设备保养已经逾期。", "The device is overdue for service."), WAY_OUT))
                    : Assessment.quietUntil(due);
        }
        var used = of.life().keeping().outings().stream().anyMatch(outing -> outing.back().isPresent());
        return last.isPresent() || !used
                ? Assessment.quiet()
                : Assessment.of(of.alert(KEY, "", authority, new Bilingual("设备已经使用，没有保养记录。", "The device was used and never serviced."), WAY_OUT));
    }
}
