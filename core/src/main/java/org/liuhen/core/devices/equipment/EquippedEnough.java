package org.liuhen.core.devices.equipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.Quota;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 配备数量: a unit has as many devices as the text asks for (SQ-E-6, WD-3.2), and the agency has said how busy it is where the number goes by that. A
 * unit without officers is asked for none. The law of the present day counts: it is a standing duty.
 */
@Duty("device.ratio.officersPerDevice")
public final class EquippedEnough implements Rule<Known> {

    private static final Key KEY = new Key("device.ratio.officersPerDevice");

    /** What the text asks for and the unit has; empty where it gives no number. */
    public static Optional<Quota> quota(Known unit, Law law, Instant now) {
        var counted = unit.counted();
        var devices = counted.devices().stream()
                .flatMap(some -> Collections.nCopies(some.number(), new Quota.Working(some.kind(), some.portable())).stream()).toList();
        return Quota.of(law.on(LocalDate.ofInstant(now, law.zone())), counted.officers(), counted.workload(), devices);
    }

    @Override
    public Assessment check(Known unit, Law law, Instant now) {
        if (unit.counted().officers() == 0) return Assessment.quiet();
        return quota(unit, law, now).stream().flatMap(quota -> Stream.of(shortfall(unit, quota), unclassed(unit, quota)))
                .collect(Assessment.all());
    }

    private static Assessment shortfall(Known unit, Quota quota) {
        if (quota.shortfall() == 0) return Assessment.quiet();
        return Assessment.of(EquipmentRules.alert(unit, KEY, "", quota.authority(),
                new Bilingual("执法人员 " + quota.officers() + " 名，应有设备 " + quota.required() + " 台，实有 " + quota.counted() + " 台，缺 " + quota.shortfall() + " 台。",
                        quota.officers() + " officers: " + quota.required() + " devices are asked for, " + quota.counted() + " are there, "
                                + quota.shortfall() + " are missing."),
                new Bilingual("请配备或者调配；已修复、找回的设备登记后自动计入。暂时不能配备的，说明情况。",
                        "Buy or move devices; those that are repaired or found count as soon as that is entered. If it cannot be done now, explain it.")));
    }

    private static Assessment unclassed(Known unit, Quota quota) {
        if (!quota.workloadUnknown()) return Assessment.quiet();
        return Assessment.of(EquipmentRules.alert(unit, KEY, "workload", quota.authority(),
                new Bilingual("没有确定这个机构任务多还是少，配备数量只能按任务少计算。", "Nobody has said how busy this unit is; the number is that of a less busy one."),
                new Bilingual("请管理员在机构登记中确定任务量。", "Have the administrator enter its workload in the register.")));
    }
}
