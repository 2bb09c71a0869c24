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
 * 逾期未移交，提请法制机构督办: the third step. The officer and the custodian have seen it since it was due. The law of the day of the check-out counts.
 */
@Duty("reading.X.escalation.legalSection")
public final class EscalatedToLegalSection implements Rule<Registered> {

    private static final Key KEY = new Key("reading.X.escalation.legalSection");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        return Escalated.check(device, law, now, KEY, new Bilingual("法制机构", "the legal section"));
    }
}
