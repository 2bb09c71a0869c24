package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLifeEvent.MemorySeen;
import org.liuhen.core.devices.DeviceLifeEvent.StoredFile;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 入库后清除: what has its receipt does not stay on the device (SQ-M-21.p2, SQ-D-9.p3, SQ-I-15.p3, LX-23.p2, CL-19.p2, AJ-22.3). Told when a
 * docked device still shows what was stored longer ago than the agency allows; no text has that time, it is ours. What is there is told, and
 * never why. It ends when a station sees it gone. The law of the day on which it was seen counts.
 */
@Duty("recording.privateKeeping.forbidden")
public final class ClearedAfterStoring implements Rule<Registered> {

    private static final Key WITHIN = new Key("reading.X.clear.within");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return device.life().remarks().memory().stream()
                .flatMap(seen -> seen.oldest().stream().flatMap(oldest -> check(of, seen, oldest)))
                .map(Assessment::of).collect(Assessment.all());
    }

    private static Stream<Finding> check(OfDevice of, MemorySeen seen, StoredFile oldest) {
        var rules = of.rules(seen.at());
        var late = rules.limit(WITHIN).filter(cited -> switch (cited.value()) {
            case Limit.Within within -> seen.at().isAfter(within.last(oldest.storedAt(), of.law().workDays(), of.law().zone()));
            case Limit.Promptly _ -> false; // no time: never late
        }).isPresent();
        return rules.flagCited(NothingKeptBack.KEY).filter(cited -> late && cited.value()).stream()
                .map(cited -> finding(of, seen, oldest, cited.authority()));
    }

    /** One finding for the files of one day, so that it stays one while the same files are seen again. */
    private static Finding finding(OfDevice of, MemorySeen seen, StoredFile oldest, Authority authority) {
        return of.alert(NothingKeptBack.KEY, "memory " + of.day(oldest.storedAt()), authority,
                new Bilingual(
                        of.zh(seen.at()) + "接入时，设备上还有 " + seen.files() + " 个早已入库的文件，最早的 " + oldest.path() + " 于" + of.zh(oldest.storedAt())
                                + "入库。",
                        "When it was docked (" + of.en(seen.at()) + "), " + seen.files() + " stored files were still on the device; the oldest, "
                                + oldest.path() + ", was stored " + of.en(oldest.storedAt()) + "."),
                new Bilingual("请保管人核对回执后用 liuhen clear 清除设备；需要留在设备上的，说明情况。",
                        "Let the custodian clear the device with liuhen clear, which checks the receipts; where files must stay on it, explain it."));
    }
}
