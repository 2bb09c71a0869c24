package org.liuhen.server.devices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.Quota;
import org.liuhen.core.values.Workload;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What devices each unit should have and has (配备标准), and what it would be if. */
@Component
class UnitQuotas {

    private static final int IF_MOST = 1000;

    private final AgencyLaw law;
    private final DeviceList list;
    private final Register register;
    private final UnitCounts counts;

    UnitQuotas(AgencyLaw law, DeviceList list, Register register, UnitCounts counts) {
        this.law = law;
        this.list = list;
        this.register = register;
        this.counts = counts;
    }

    /**
     * A unit.
     *
     * @param officers with a certificate that is valid today
     * @param required what the agency's text asks for; nothing but the counts where it gives no number, or of a unit that does not enforce
     * @param activities on site in the last twelve months, {@code recorded} of them with a recording
     * @param custodians who is named for its devices today
     */
    record Row(String unit, String unitName, int officers, int counted, Optional<Integer> required, Optional<Integer> shortfall,
            Optional<Integer> officersPerDevice, Optional<String> workload, boolean workloadUnknown, Optional<String> article, int activities, int recorded,
            List<String> custodians) {}

    /** All units; {@code supposed} says whether the figures are of a question and not of the register. */
    record Table(List<Row> items, boolean supposed) {}

    /**
     * The quota of every unit.
     *
     * @param asked {@code add=unit:n} more devices, {@code officers=unit:n} more officers, {@code workload=unit:heavy|light}; each may
     *     stand several times
     */
    Table table(String agency, MultiValueMap<String, String> asked) {
        var added = each(asked, "add", UnitQuotas::number);
        var joining = each(asked, "officers", UnitQuotas::number);
        var supposed = each(asked, "workload", UnitQuotas::workload);
        var today = counts.today();
        var rules = law.law(agency).on(today);
        var working = list.working(agency);
        var officers = counts.officers(agency);
        var onSite = counts.onSite(agency);
        var custodians = counts.custodians(agency);
        var names = list.people(agency);
        var workloads = new HashMap<>(register.workloads(agency, today));
        workloads.putAll(supposed);
        var items = register.units(agency).stream().map(unit -> {
            var devices = new ArrayList<>(working.getOrDefault(unit.code(), List.of()));
            devices.addAll(Collections.nCopies(added.getOrDefault(unit.code(), 0), new Quota.Working(DeviceKind.BODY_CAMERA, true)));
            var people = officers.getOrDefault(unit.code(), 0) + joining.getOrDefault(unit.code(), 0);
            var busy = Optional.ofNullable(workloads.get(unit.code()));
            var quota = Optional.of(unit).filter(UnitCounts::enforces).flatMap(_ -> Quota.of(rules, people, busy, devices));
            var done = onSite.getOrDefault(unit.code(), new UnitCounts.OnSite(0, 0));
            return new Row(unit.code(), unit.name(), people, quota.map(Quota::counted).orElse(devices.size()), quota.map(Quota::required),
                    quota.map(Quota::shortfall), quota.map(Quota::officersPerDevice), busy.map(Workload::word),
                    quota.filter(Quota::workloadUnknown).isPresent(), quota.map(known -> known.authority().cited()), done.activities(), done.recorded(),
                    custodians.getOrDefault(unit.code(), List.of()).stream().map(person -> names.getOrDefault(person.value(), person.toString())).toList());
        }).toList();
        return new Table(items, !added.isEmpty() || !joining.isEmpty() || !supposed.isEmpty());
    }

    private static <T> Map<String, T> each(MultiValueMap<String, String> asked, String name, Function<String, Optional<T>> reader) {
        var each = new HashMap<String, T>();
        for (var text : asked.getOrDefault(name, List.of())) {
            var at = text.lastIndexOf(':');
            if (at < 1) throw Parameters.notUnderstood(name);
            each.put(text.substring(0, at), reader.apply(text.substring(at + 1)).orElseThrow(() -> Parameters.notUnderstood(name)));
        }
        return each;
    }

    private static Optional<Integer> number(String text) {
        if (!text.matches("[0-9]{1,4}")) return Optional.empty();
        return Optional.of(Integer.valueOf(text)).filter(number -> number <= IF_MOST);
    }

    private static Optional<Workload> workload(String word) {
        return Arrays.stream(Workload.values()).filter(workload -> workload.word().equals(word)).findFirst();
    }
}
