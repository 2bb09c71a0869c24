package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.Quota;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** How many devices a unit has and should have (配备标准). What is missing is shown with the devices and raised nowhere. */
record UnitPlay(Optional<UnitFact.Equipment> equipment, Law law) implements Play {

    @Override
    public boolean begun() {
        return equipment.isPresent();
    }

    @Override
    public List<Finding> findings(Instant at) {
        var rules = law.on(LocalDate.ofInstant(at, law.zone()));
        return equipment.flatMap(unit -> Quota.of(rules, unit.officers(), unit.workload(),
                        unit.devices().stream().map(kind -> new Quota.Working(kind, kind.portable())).toList()))
                .filter(quota -> quota.shortfall() > 0)
                .map(UnitPlay::shortfall).stream().toList();
    }

    private static Finding shortfall(Quota quota) {
        return new Finding(new FindingKey("device.ratio.officersPerDevice", Cast.UNIT.value(), ""), Severity.REPORT, quota.authority(),
                new Bilingual("应有 " + quota.required() + " 台，实有 " + quota.counted() + " 台。",
                        quota.required() + " devices are asked for, " + quota.counted() + " are there."),
                new Bilingual("请配备所缺的设备。", "Equip the unit with what is missing."), Optional.empty());
    }

    @Override
    public Outcome done(Fact fact) {
        return switch (fact.command()) {
            case UnitFact.Equipment next -> new Done(new UnitPlay(Optional.of(next), law));
            default -> throw new IllegalStateException("no fact of a unit: " + fact.command());
        };
    }
}
