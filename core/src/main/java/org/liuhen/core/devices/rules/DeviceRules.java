package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Rule;

/** All rules over one device. */
public final class DeviceRules {

    /** In no order of importance. */
    public static final List<Rule<Registered>> ALL = List.of(
            new FilesOfRegisteredDevices(),
            new ManagedByOne(),
            new TechnicallyAccepted(),
            new TechnicalPointsMet(),
            new BoughtForEnforcement(),
            new CheckedBeforeUse(),
            new ClockSet(),
            new ClockChecked(),
            new UsedForEnforcement(),
            new NotLent(),
            new StoppedAtOnce(),
            new FaultReportedPromptly(),
            new RepairedByProfessionals(),
            new NotDismantled(),
            new OwnRepairUnpaid(),
            new MaintainedRegularly(),
            new MaintainedByNamed(),
            new UsedWhileOut(),
            new CheckedInTime(),
            new NothingKeptBack(),
            new NothingLeftOut(),
            new ClearedAfterStoring(),
            new WornWhereTold(),
            new WornAtAll(),
            new HandedInByDay(),
            new HandedInWithin(),
            new EscalatedToUnitHead(),
            new EscalatedToLegalSection());

    private DeviceRules() {}

    /** What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself. */
    public static Assessment assess(Registered device, Law law, Instant now) {
        return FindingBook.assess(ALL, device, law, now);
    }
}
