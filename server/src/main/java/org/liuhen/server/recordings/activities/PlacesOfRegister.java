package org.liuhen.server.recordings.activities;

import org.liuhen.core.devices.places.PlaceEvent;
import org.liuhen.core.devices.places.PlaceState;
import org.liuhen.core.devices.places.Places;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.activities.ActivityCommand.HoldAtPlace;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PlaceId;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A place that a person names for an activity: the register says what it is and which devices stand there. */
@Component
class PlacesOfRegister {

    private final Journal journal;

    PlacesOfRegister(Journal journal) {
        this.journal = journal;
    }

    /** @throws Problem if the agency has no such place, or it is not used any more */
    HoldAtPlace of(String agency, PlaceId id) {
        var place = known(agency, id);
        if (place.closed().isPresent()) {
            throw Problem.of(HttpStatus.CONFLICT, "place-closed", "这个场所已停用", "This place is not used any more")
                    .next("请选择在用的场所，或者直接填写地点。", "Choose one that is used, or write where it is.");
        }
        return new HoldAtPlace(id, place.now().name(), place.registered().kind().handlesCases(),
                place.standing().stream().map(PlaceState.Standing::device).toList());
    }

    private PlaceState.Known known(String agency, PlaceId id) {
        PlaceState state = new PlaceState.Absent();
        for (var recorded : journal.read(id.value())) {
            var foreign = recorded.fact() instanceof Event event && !(event instanceof PlaceEvent) && !(event instanceof FindingEvent)
                    && !(event instanceof PayloadDestroyed);
            if (foreign || !recorded.agency().equals(agency)) throw unknown(); // an id of something else, or of somebody else
            state = Places.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        if (state instanceof PlaceState.Known known) return known;
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.notFound("没有登记这个场所", "This place is not in the register").next("请从场所列表选择，或者直接填写地点。",
                "Choose it from the list of places, or write where it is.");
    }
}
