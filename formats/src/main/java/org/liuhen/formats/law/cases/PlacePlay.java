package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.devices.DeviceStatus;
import org.liuhen.core.devices.places.PlaceCommand;
import org.liuhen.core.devices.places.PlaceContext;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.devices.places.PlaceState;
import org.liuhen.core.devices.places.Places;
import org.liuhen.core.devices.places.rules.PlaceRules;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** A place with fixed devices (场所). */
record PlacePlay(PlaceState state, Law law) implements Play {

    private static final PlaceId PLACE = new PlaceId(new UUID(0, 7));

    @Override
    public boolean begun() {
        return state instanceof Known;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Known place ? PlaceRules.assess(place, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        var context = new PlaceContext(law, Play.actor(fact.by()), fact.at(), new OfCast());
        return switch (Places.decide(state, command(fact), context)) {
            case Decision.Accepted<Event, Refusal>(var events) -> {
                var next = state;
                for (var event : events) next = Places.evolve(next, event, fact.at());
                yield new Done(new PlacePlay(next, law));
            }
            case Decision.Refused<Event, Refusal>(var refusal) -> new NotDone(refusal, List.of());
        };
    }

    private PlaceCommand command(Fact fact) {
        return switch (fact.command()) {
            case PlaceFact.Register(var kind, var name, var unit, var hall, var from) -> new PlaceCommand.RegisterPlace(PLACE, kind, name, unit, hall,
                    from.orElseGet(() -> LocalDate.ofInstant(fact.at(), law.zone())));
            case PlaceCommand command -> command;
            default -> throw new IllegalStateException("no command on a place: " + fact.command());
        };
    }

    /** Every device of a case is fixed, works and stands nowhere else. */
    private record OfCast() implements PlaceContext.Register {

        @Override
        public Set<Role> roles(PersonId person) {
            return new Cast().roles(person);
        }

        @Override
        public boolean knows(UnitCode unit) {
            return new Cast().knows(unit);
        }

        @Override
        public Optional<PlaceContext.Device> device(DeviceId device) {
            return Optional.of(new PlaceContext.Device(false, DeviceStatus.AVAILABLE, Optional.empty()));
        }
    }
}
