package org.liuhen.server.devices.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liuhen.core.devices.places.PlaceEvent.SurveillanceChecked;
import org.liuhen.core.devices.places.PlaceState;
import org.liuhen.core.devices.places.rules.AcceptancePlaceFilmed;
import org.liuhen.core.devices.places.rules.PlaceRules;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.journal.Recorded;

/** One place with its whole history, as a page shows it. */
final class PlaceView {

    private PlaceView() {}

    /**
     * What a page needs beside the place.
     *
     * @param moment as at which it is shown
     * @param cameras every device that ever stood there
     * @param free devices that could be placed
     * @param may the acts that the reader may ask for
     */
    record Reading(
            Law law, Instant moment, Map<UUID, String> people, Map<String, String> units, List<PlaceList.Camera> cameras,
            List<PlaceList.Free> free, List<String> may) {}

    static Map<String, Object> of(Loaded<PlaceState> loaded, Reading reading) {
        var place = PlaceStreams.place(loaded);
        var view = new LinkedHashMap<String, Object>();
        view.put("id", loaded.id());
        view.put("version", loaded.version());
        view.put("kind", place.registered().kind().word());
        view.put("name", place.now().name());
        view.put("unit", place.unit().value());
        view.put("unitName", reading.units().getOrDefault(place.unit().value(), place.unit().value()));
        view.put("districtServiceHall", place.now().districtServiceHall());
        view.put("inUseFrom", place.registered().inUseFrom());
        place.closed().ifPresent(closed -> view.put("closed", PlainJson.of(closed)));
        view.put("cameras", place.cameras().reversed().stream().map(camera -> standing(camera, reading)).toList());
        view.put("free", reading.free());
        var rules = reading.law().on(LocalDate.ofInstant(reading.moment(), reading.law().zone()));
        view.put("checked", AcceptancePlaceFilmed.demanded(place, rules).isPresent());
        view.put("exempt", AcceptancePlaceFilmed.exempt(place, rules).map(authority -> authority.cited()).stream().toList());
        view.put("checks", place.checks().reversed().stream().map(check -> checked(check, reading)).toList());
        view.put("findings", FindingView.all(place.findings(), PlaceRules.assess(place, reading.law(), reading.moment())));
        view.put("may", reading.may());
        view.put("history", loaded.history().reversed().stream().map(PlaceView::step).toList());
        return view;
    }

    private static Map<String, Object> standing(PlaceState.Standing camera, Reading reading) {
        var view = PlainJson.of(camera);
        reading.cameras().stream().filter(one -> one.device().equals(camera.device().value())).findFirst().ifPresent(known -> {
            view.put("number", known.number());
            view.put("kind", known.kind());
            view.put("state", known.state());
        });
        return view;
    }

    private static Map<String, Object> checked(SurveillanceChecked check, Reading reading) {
        var view = PlainJson.of(check);
        view.put("by", who(check.by(), reading));
        return view;
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
