package org.liuhen.server.devices.places;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.devices.DeviceStatus;
import org.liuhen.core.devices.places.PlaceCommand;
import org.liuhen.core.devices.places.PlaceContext;
import org.liuhen.core.devices.places.PlaceEvent;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.devices.places.PlaceState;
import org.liuhen.core.devices.places.Places;
import org.liuhen.core.devices.places.rules.PlaceRules;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Places as the journal has them, and commands on them. */
@Component
class PlaceStreams extends JudgedStreams<PlaceState> {

    private final Register register;
    private final PlaceList list;

    PlaceStreams(Judging judging, Register register, PlaceList list) {
        super(judging);
        this.register = register;
        this.list = list;
    }

    /** The place, unless it is not there or was destroyed by law. */
    static Known place(Loaded<PlaceState> loaded) {
        return switch (loaded.state()) {
            case Known place -> place;
            case PlaceState.Absent _ -> throw none();
            case PlaceState.Tombstone _ -> throw gone();
        };
    }

    @Override
    public String name() {
        return "place";
    }

    @Override
    protected PlaceState absent() {
        return new PlaceState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof PlaceEvent;
    }

    @Override
    protected PlaceState evolve(PlaceState state, Fact fact, Instant recordedAt) {
        return Places.evolve(state, fact, recordedAt);
    }

    @Override
    protected boolean begins(Command command) {
        return command instanceof PlaceCommand.RegisterPlace;
    }

    @Override
    protected Decision<Event, Refusal> decide(PlaceState state, Command command, Scene scene) {
        return Places.decide(state, command, new PlaceContext(scene.law(), scene.actor(), scene.now(), new OfAgency(scene.agency())));
    }

    @Override
    protected Optional<FindingBook> book(PlaceState state) {
        return state instanceof Known place ? Optional.of(place.findings()) : Optional.empty();
    }

    @Override
    protected Assessment assess(PlaceState state, Law law, Instant now) {
        return state instanceof Known place ? PlaceRules.assess(place, law, now) : Assessment.quiet();
    }

    @Override
    protected String versions() {
        return "select agency, id as stream, version from place";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-place" -> HttpStatus.NOT_FOUND;
            case "place-destroyed" -> HttpStatus.GONE;
            case "empty", "no-such-unit", "no-such-device", "no-hall", "in-the-future", "contradictory", "portable", "content-too-large",
                    "too-many-days" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        return Problem.refused(status, refusal);
    }

    @Override
    protected Problem unknown() {
        return none();
    }

    @Override
    protected Problem destroyed() {
        return gone();
    }

    @Override
    protected Problem notThen() {
        return Problem.notFound("当时还没有登记这个场所", "The place was not in the register at that moment")
                .next("请选择登记之后的时刻。", "Choose a moment after it was entered.");
    }

    private static Problem none() {
        return Problem.notFound("没有登记这个场所", "This place is not in the register").next("请从场所列表打开。", "Open it from the list of places.");
    }

    private static Problem gone() {
        return Problem.of(HttpStatus.GONE, "place-destroyed", "场所的登记内容已依法销毁", "The registration of the place was destroyed by law");
    }

    private final class OfAgency implements PlaceContext.Register {

        private final String agency;

        OfAgency(String agency) {
            this.agency = agency;
        }

        @Override
        public Set<Role> roles(PersonId person) {
            return register.rolesToday(agency, person);
        }

        @Override
        public boolean knows(UnitCode unit) {
            return register.units(agency).stream().anyMatch(known -> known.code().equals(unit.value()));
        }

        @Override
        public Optional<PlaceContext.Device> device(DeviceId device) {
            return list.device(agency, device.value()).map(known -> new PlaceContext.Device(known.portable(), status(known.state()),
                    known.place().map(PlaceId::new)));
        }
    }

    private static DeviceStatus status(String word) {
        return Arrays.stream(DeviceStatus.values()).filter(status -> status.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no state of a device: " + word));
    }
}
