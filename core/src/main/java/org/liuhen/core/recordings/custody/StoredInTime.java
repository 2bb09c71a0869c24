package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 二十四小时内储存: a recording is in the store within the hours that the text gives, counted from its end, or from the return where the
 * text has that exception (SQ-M-21, LX-23), the receipt of a designated station counting where the text names one; where the text says daily, by the end of that day (AJ-9). Late by less than the clock can
 * tell is shown and not raised. The law of the day on which it ended counts.
 */
@Duty("recording.storeWithin")
public final class StoredInTime implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.storeWithin");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law)
                .flatMap(completed -> completed.storedBy().map(due -> check(completed, due.value(), due.authority())))
                .orElseGet(Assessment::quiet);
    }

    private static Assessment check(Completed of, Instant due, Authority authority) {
        var stored = of.stored();
        if (!stored.isAfter(due)) return Assessment.quiet();
        var excepted = of.custody().exception().filter(entered -> due.isAfter(entered.returnedAt())).isPresent();
        var certain = excepted || of.daily() || stored.isAfter(due.plus(of.slack()));
        var what = of.withExcuse(new Bilingual(
                "录制结束于 " + of.zh(of.at()) + "，应在 " + of.zh(due) + " 前储存，实际储存于 " + of.zh(stored) + "。",
                "The recording ended at " + of.en(of.at()) + ", was to be stored by " + of.en(due) + " and was stored at "
                        + of.en(stored) + "."));
        if (certain) {
            return Assessment.of(of.alert(KEY, authority, what,
                    new Bilingual("请说明原因；设备故障或者没有网络的，附上登记或者日志。",
                            "Explain why; where a device failed or there was no network, attach the entry or the log."), Optional.of(due)));
        }
        return Assessment.of(of.report(KEY, authority, what,
                new Bilingual("设备时钟的误差大于超出的时间，不能认定逾期。", "The clock of the device is less exact than the delay; it cannot be called late."),
                Optional.of(due)));
    }
}
