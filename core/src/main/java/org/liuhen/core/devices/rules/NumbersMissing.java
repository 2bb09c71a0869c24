package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Bilingual;

/**
 * Numbers of files that never arrived, as findings name them.
 *
 * @param spelled as in file names; the second hole of the same numbers, after the counter was set back, with a 2
 */
record NumbersMissing(MissingNumbers numbers, Instant since, String spelled) {

    static Stream<NumbersMissing> of(Registered device) {
        var seen = new HashMap<String, Integer>();
        return device.missing().stream().map(one -> {
            var spelled = range(one.numbers());
            var time = seen.merge(spelled, 1, Integer::sum);
            return new NumbersMissing(one.numbers(), one.since(), time == 1 ? spelled : spelled + " (" + time + ")");
        });
    }

    private static String range(MissingNumbers numbers) {
        return numbers.count() == 1 ? numbers.first() : numbers.first() + "–" + numbers.last();
    }

    Finding finding(OfDevice of, Key duty, Authority authority) {
        return of.alert(duty, spelled, authority,
                new Bilingual(
                        "编号 " + range(numbers) + " 的文件没有入库，共 " + numbers.count() + " 个，在 " + numbers.after() + " 与 " + numbers.before() + " 之间。",
                        "No file of number " + range(numbers) + " arrived: " + numbers.count() + " between " + numbers.after() + " and "
                                + numbers.before() + "."),
                new Bilingual("请核对设备和存储卡，有文件的补交入库；编号跳过、误删或者格式化的，说明情况。",
                        "Look at the device and its card and hand in what is there; where a number was skipped, or a file was deleted, explain it."));
    }
}
