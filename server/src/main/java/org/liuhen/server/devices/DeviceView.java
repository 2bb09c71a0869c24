package org.liuhen.server.devices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceLife;
import org.liuhen.core.devices.DeviceLifeEvent.FirstUse;
import org.liuhen.core.devices.DeviceLifeEvent.UsesCompared;
import org.liuhen.core.devices.DeviceLives;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.numbers.ArrivedFile;
import org.liuhen.core.devices.numbers.FileNumbers;
import org.liuhen.core.devices.rules.DeviceRules;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.journal.Recorded;

/** One device with its whole history, as a page shows it. */
final class DeviceView {

    private static final Key CHECKED = new Key("device.preUseCheck.items");
    private static final Key CHECKED_WHEN = new Key("device.preUseCheck.when");
    private static final Key WORN = new Key("device.wear.required");
    private static final Key WORN_AT = new Key("device.wear.positions");
    private static final Key POINTS = new Key("device.tech.required");
    private static final Key USES = new Key("device.allowedUses");

    private DeviceView() {}

    /**
     * What a page needs beside the device.
     *
     * @param moment as at which it is shown
     * @param files that it handed in until then
     * @param may the acts that the reader may ask for
     * @param holders who answers for what by the agency's text
     */
    record Reading(
            Law law, Instant moment, Map<UUID, String> people, Map<String, String> units, List<String> sameSerial, List<ArrivedFile> files,
            List<String> may, List<Oversight.Holder> holders) {}

    static Map<String, Object> of(Loaded<DeviceState> loaded, Reading reading) {
        var device = DeviceStreams.device(loaded);
        var life = device.life();
        var facts = device.facts();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", loaded.id());
        view.put("version", loaded.version());
        view.put("number", facts.number().value());
        view.put("kind", facts.kind().word());
        view.put("unit", life.keeping().unit().value());
        view.put("unitName", reading.units().getOrDefault(life.keeping().unit().value(), life.keeping().unit().value()));
        facts.serial().ifPresent(serial -> view.put("serial", serial));
        facts.model().ifPresent(model -> view.put("model", model));
        view.put("sameSerial", reading.sameSerial());
        view.put("state", life.status().word());
        device.unregistered().ifPresent(found -> view.put("unregistered", PlainJson.of(found)));
        view.put("portable", life.papers().description().map(known -> known.portable()).orElse(facts.kind().portable()));
        papers(life.papers(), view);
        life.keeping().manager().ifPresent(person -> view.put("manager", who(person, reading)));
        life.keeping().outing().ifPresent(outing -> view.put("user", who(outing.user().id(), reading)));
        life.responsible(reading.moment()).ifPresent(person -> view.put("responsible", who(person, reading)));
        view.put("assignments", PlainJson.all(life.keeping().assignments()));
        view.put("outings", life.keeping().outings().reversed().stream().map(outing -> outing(outing, life.remarks().uses(), life.keeping().delays())).toList());
        view.put("uses", PlainJson.of(life.remarks().uses()));
        life.remarks().memory().ifPresent(seen -> view.put("memory", PlainJson.of(seen)));
        view.put("quality", PlainJson.all(life.remarks().quality().reversed()));
        view.put("holders", reading.holders());
        view.put("outsideUses", PlainJson.all(life.keeping().outsideUses()));
        health(life.health(), view);
        view.put("handIns", device.handIns().size());
        view.put("fileNumbers", FileNumbers.of(reading.files()));
        demands(reading, view);
        var assessment = DeviceRules.assess(device, reading.law(), reading.moment());
        view.put("findings", FindingView.all(device.findings(), assessment));
        view.put("reports", FindingView.reports(assessment));
        view.put("may", reading.may());
        view.put("history", loaded.history().reversed().stream().map(DeviceView::step).toList());
        return view;
    }

    private static void papers(DeviceLife.Papers papers, Map<String, Object> view) {
        papers.description().ifPresent(known -> view.put("description", PlainJson.of(known)));
        papers.purchase().ifPresent(known -> view.put("purchase", PlainJson.of(known)));
        papers.view().ifPresent(known -> view.put("financeView", PlainJson.of(known)));
        papers.acceptance().ifPresent(known -> view.put("acceptance", PlainJson.of(known)));
    }

    private static Map<String, Object> outing(DeviceLife.Outing outing, UsesCompared uses, List<Delay> delays) {
        var view = PlainJson.of(outing.out());
        view.remove("check"); // the first of the checks
        outing.worn().ifPresent(worn -> view.put("worn", worn.position().word()));
        var first = uses.first().stream().filter(one -> one.out().equals(outing.out().at())).map(FirstUse::at).findFirst();
        view.put("checks", outing.checks().stream().map(check -> {
            var one = PlainJson.of(check);
            one.put("when", when(check.at(), outing.out().at(), first));
            return one;
        }).toList());
        view.put("handed", PlainJson.all(outing.handed()));
        view.put("delays", PlainJson.all(delays.stream().filter(delay -> delay.from().equals(outing.out().at())).toList()));
        outing.back().ifPresent(back -> view.put("back", PlainJson.of(back)));
        return view;
    }

    /** Before setting out is with the check-out; of a first recording only one that came before a check is known. */
    private static String when(Instant checked, Instant out, Optional<Instant> first) {
        if (!checked.isAfter(out)) return "beforeDeparture";
        return first.filter(checked::isAfter).isPresent() ? "afterUse" : "beforeUse";
    }

    private static void health(DeviceLife.Health health, Map<String, Object> view) {
        view.put("faults", health.faults().reversed().stream().map(fault -> {
            var one = PlainJson.of(fault.found());
            fault.report().ifPresent(report -> one.put("report", PlainJson.of(report)));
            return one;
        }).toList());
        health.away().ifPresent(away -> view.put("away", PlainJson.of(away)));
        view.put("repairs", PlainJson.all(health.repairs().reversed()));
        view.put("maintenance", PlainJson.all(health.maintenance().reversed()));
        health.lost().ifPresent(lost -> view.put("lost", PlainJson.of(lost)));
        health.retired().ifPresent(retired -> view.put("retired", PlainJson.of(retired)));
    }

    /** What the agency's text wants looked at, so that a form asks for that and no more. */
    private static void demands(Reading reading, Map<String, Object> view) {
        var rules = reading.law().on(LocalDate.ofInstant(reading.moment(), reading.law().zone()));
        view.put("checkItems", rules.words(CHECKED).map(cited -> cited.value()).orElse(List.of()));
        view.put("checkWhen", rules.words(CHECKED_WHEN).map(cited -> cited.value()).orElse(List.of()));
        var positions = rules.words(WORN_AT);
        view.put("wear", Map.of("positions", positions.map(cited -> cited.value()).orElse(List.of()),
                "asked", positions.isPresent() || rules.flag(WORN)));
        view.put("technicalPoints", rules.elements(POINTS).stream().map(Element::word).toList());
        view.put("delayGrounds", DeviceLives.delayGrounds(rules));
        view.put("allowedUses", rules.words(USES).map(cited -> cited.value()).orElse(List.of()));
    }

    private static Map<String, Object> who(PersonId person, Reading reading) {
        return Map.of("id", person.value(), "name", reading.people().getOrDefault(person.value(), person.toString()));
    }

    /** One event, by whom, and what it says; an event whose payload was destroyed says that. */
    private static Map<String, Object> step(Recorded recorded) {
        var step = new LinkedHashMap<String, Object>();
        step.put("version", recorded.version());
        step.put("type", recorded.type());
        step.put("recordedAt", recorded.recordedAt());
        recorded.context().ifPresent(context -> step.put("by", Map.of("name", context.actor().name(), "role", context.actor().role().word(),
                "kind", context.actor().kind().word())));
        if (recorded.fact() instanceof Event event) step.put("data", PlainJson.of(EventTypes.data(event)));
        else step.put("destroyed", true);
        return step;
    }
}
