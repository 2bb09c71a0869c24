package org.liuhen.core.devices;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Workload;

/**
 * How many devices a unit should have, and has (配备标准). A unit whose workload nobody has told is judged as if it were less busy: what it
 * lacks then it lacks in any case.
 *
 * @param counted devices in use that count
 * @param officersPerDevice at most so many officers share one
 * @param shortfall how many are missing; 0 where none are
 * @param workloadUnknown whether the agency must say how busy the unit is
 */
public record Quota(
        int officers, int counted, int required, int shortfall, int officersPerDevice, boolean workloadUnknown, Authority authority) {

    private static final Key RATIO = new Key("device.ratio.officersPerDevice");
    private static final Key COUNTS = new Key("device.ratio.counts");
    private static final Key MINIMUM = new Key("device.minPerUnit");
    private static final String ANY = "any";

    /** A device that is there and works: what it is, and whether it is carried along. */
    public record Working(DeviceKind kind, boolean portable) {}

    /** Empty where the agency's text gives no number. */
    public static Optional<Quota> of(Rules rules, int officers, Optional<Workload> workload, Collection<Working> devices) {
        return rules.counts(RATIO).map(ratio -> {
            var byWorkload = !ratio.value().containsKey(ANY);
            var most = Collections.max(ratio.value().values());
            var shared = (int) ratio.value().getOrDefault(byWorkload ? workload.map(Workload::word).orElse("") : ANY, most);
            var least = rules.count(MINIMUM).map(cited -> cited.value()).orElse(0);
            var required = Math.max(least, Math.ceilDiv(officers, shared));
            var counting = rules.words(COUNTS).map(cited -> cited.value());
            var counted = (int) devices.stream().filter(device -> counts(device, counting)).count();
            return new Quota(officers, counted, required, Math.max(0, required - counted), shared, byWorkload && workload.isEmpty(),
                    ratio.authority());
        });
    }

    /** The kinds that the text counts; all that are carried along where it names none (WD/D). */
    private static boolean counts(Working device, Optional<List<String>> words) {
        return words.map(kinds -> kinds.stream().anyMatch(device.kind()::means)).orElseGet(device::portable);
    }
}
