package org.liuhen.core.devices.rules;

import java.util.List;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.rules.Rule;

/** All rules over one device. */
public final class DeviceRules {

    /** In no order of importance. */
    public static final List<Rule<Registered>> ALL = List.of(
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
            new MaintainedRegularly());

    private DeviceRules() {}
}
