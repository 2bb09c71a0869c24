package org.liuhen.core.devices.rules;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.rules.CheckOutBlocks.CheckOut;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 谁使用、谁负责: one user answers for a device, so nobody takes it while another has it. The law of the day of the check-out counts. */
@Duty("device.responsibility")
public final class AnsweredForByUser implements Requirement<CheckOut> {

    private static final Key KEY = new Key("device.responsibility");

    @Override
    public List<Missing> missing(CheckOut wanted, Rules rules) {
        return wanted.device().life().keeping().outing().flatMap(_ -> missing(rules)).stream().toList();
    }

    static Optional<Missing> missing(Rules rules) {
        return rules.word(KEY).map(cited -> new Missing(KEY.value(), cited.authority(),
                new Bilingual("设备由另一人使用并负责。", "Somebody else uses the device and answers for it."),
                new Bilingual("请先归还；仍在外的，可经批准转交。", "Return it first, or reassign it while it is out.")));
    }
}
