package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceLife.Fault;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.LeaderReport;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 及时报告故障: a leader is told of every fault (AJ-16). Where the text gives no number the time taken is shown and is never late. The law of the
 * day on which the fault was found counts.
 */
@Duty("device.fault.report")
public final class FaultReportedPromptly implements Rule<Registered> {

    private static final Key KEY = new Key("device.fault.report");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().health().faults().stream()
                .flatMap(fault -> of.rules(fault.found().foundAt()).limit(KEY).stream().map(cited -> check(of, fault, cited, now)))
                .collect(Assessment.all());
    }

    private static Assessment check(OfDevice of, Fault fault, Cited<Limit> limit, Instant now) {
        var found = fault.found().foundAt();
        var told = fault.report().map(LeaderReport::at);
        return switch (limit.value()) {
            case Limit.Promptly _ -> told.isPresent() ? Assessment.quiet() : Assessment.of(untold(of, found, limit.authority()));
            case Limit.Within within -> {
                var last = within.last(found, of.law().workDays(), of.law().zone());
                if (told.filter(at -> !at.isAfter(last)).isPresent()) yield Assessment.quiet();
                yield told.isEmpty() && !now.isAfter(last) ? Assessment.quietUntil(last) : Assessment.of(untold(of, found, limit.authority()));
            }
        };
    }

    private static Finding untold(OfDevice of, Instant found, Authority authority) {
        return of.alert(KEY, found.toString(), authority,
                new Bilingual("设备故障没有及时报告。", "The fault was not reported in time."),
                new Bilingual("请登记报告的时间、对象和方式；没有报告的，说明原因。", "Enter when, to whom and how it was reported; if it was not, explain why."));
    }
}
