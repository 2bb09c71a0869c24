package org.liuhen.core.devices.equipment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.devices.DutyHolders;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Rules;
import org.liuhen.core.law.Span;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Role;

/**
 * 设施保障: whom the text has build the facilities keeps them working (CL-5.p2, SQ-M-29); what does not work, and a station that is silent for more than a
 * working day, is told to them until it works again, and they say that it does. The law of the present day counts: it is a standing duty.
 */
@Duty("roles.facility")
public final class FacilityKept implements Rule<Known>, Requirement<Role> {

    private static final Key KEY = new Key("roles.facility");

    /** No text says how long; stations are switched off at night and on days off. */
    private static final Limit.Within SILENT = new Limit.Within(new Span.Calendar(Period.ofDays(1)), DayKind.WORKING);

    /** Until when a station that was heard then may be silent without anybody being asked. */
    public static Instant silentUntil(Instant heard, Law law) {
        return SILENT.dueDay(LocalDate.ofInstant(heard, law.zone()), law.workDays()).last(law.zone());
    }

    @Override
    public Assessment check(Known unit, Law law, Instant now) {
        return law.on(LocalDate.ofInstant(now, law.zone())).word(KEY).stream().flatMap(cited -> Stream.concat(
                        unit.faults().stream().map(fault -> EquipmentRules.alert(unit, KEY, "fault " + fault.facility() + " " + fault.at(), cited.authority(),
                                new Bilingual("设施故障没有修复：" + fault.facility() + "，" + fault.what() + "。",
                                        "A facility does not work: " + fault.facility() + ", " + fault.what() + "."),
                                new Bilingual("请负责设施的人员修复并登记。", "Let those who keep the facilities mend it, and enter that."))),
                        unit.counted().silent().stream().map(station -> silent(unit, law, cited.authority(), station))))
                .map(Assessment::of).collect(Assessment.all());
    }

    private static Finding silent(Known unit, Law law, org.liuhen.core.law.Authority authority, EquipmentEvent.SilentStation station) {
        var since = station.since().atZone(law.zone()).toLocalDateTime().withNano(0).withSecond(0);
        return EquipmentRules.alert(unit, KEY, "silent " + station.number() + " " + station.since(), authority,
                new Bilingual("采集站 " + station.number() + " 自 " + since.toLocalDate() + " " + since.toLocalTime() + " 起没有联系服务器，已超过一个工作日。",
                        "Station " + station.number() + " has not been heard since " + since.toLocalDate() + " " + since.toLocalTime() + ", for more than a working day."),
                new Bilingual("请负责设施的人员检查电源、网络和程序；恢复联系后自动消除。", "Look at its power, network and program; it clears when the station is heard again."));
    }

    @Override
    public List<Missing> missing(Role asking, Rules rules) {
        return DutyHolders.missing(KEY, asking, rules,
                new Bilingual("设施由制度规定的机构建设和保障。", "Facilities are kept by the body that the text names."),
                new Bilingual("请负责设施的人员登记修复；发现故障的，登记故障。", "Let those who keep them enter that it is mended; whoever finds a fault reports it."));
    }
}
