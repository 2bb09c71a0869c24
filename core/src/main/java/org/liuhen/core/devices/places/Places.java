package org.liuhen.core.devices.places;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.liuhen.core.devices.DeviceStatus;
import org.liuhen.core.devices.places.PlaceCommand.AmendPlace;
import org.liuhen.core.devices.places.PlaceCommand.CheckSurveillance;
import org.liuhen.core.devices.places.PlaceCommand.ClosePlace;
import org.liuhen.core.devices.places.PlaceCommand.PlaceCamera;
import org.liuhen.core.devices.places.PlaceCommand.RegisterPlace;
import org.liuhen.core.devices.places.PlaceCommand.TakeCameraAway;
import org.liuhen.core.devices.places.PlaceEvent.CameraPlaced;
import org.liuhen.core.devices.places.PlaceEvent.CameraTakenAway;
import org.liuhen.core.devices.places.PlaceEvent.PlaceAmended;
import org.liuhen.core.devices.places.PlaceEvent.PlaceClosed;
import org.liuhen.core.devices.places.PlaceEvent.PlaceRegistered;
import org.liuhen.core.devices.places.PlaceEvent.SurveillanceChecked;
import org.liuhen.core.devices.places.PlaceState.Absent;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.devices.places.PlaceState.Standing;
import org.liuhen.core.devices.places.PlaceState.Tombstone;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Refusal;

/** Decides about one place with fixed devices: its registration, what stands there, whether its record is there, its end. */
public final class Places {

    /** The most days of one check. */
    public static final int DAYS_MAX = 92;

    private Places() {}

    /** What follows from the command, without doing it. */
    public static Decision<Event, Refusal> decide(PlaceState state, Command command, PlaceContext context) {
        return switch (state) {
            case Absent _ when command instanceof RegisterPlace c -> Decision.widen(register(c, context));
            case Absent _ -> refuse(PlaceRefusal.noSuchPlace());
            case Tombstone _ -> refuse(PlaceRefusal.destroyed());
            case Known place -> switch (command) {
                case FindingCommand c -> Decision.widen(Findings.decide(place.findings(), c, new ConcernedByPlace(place, context)));
                case PlaceCommand _ when !context.byPerson() -> refuse(PlaceRefusal.personOnly());
                case PlaceCommand c -> Decision.widen(known(place, c, context));
                case Command _ -> throw new IllegalArgumentException("not asked of a place: " + command);
            };
        };
    }

    private static Decision<PlaceEvent, PlaceRefusal> register(RegisterPlace c, PlaceContext context) {
        if (!context.byPerson()) return refuse(PlaceRefusal.personOnly());
        var faulty = faulty(c.name(), c.districtServiceHall(), c.kind());
        if (faulty.isPresent()) return refuse(faulty.get());
        if (!context.register().knows(c.unit())) return refuse(PlaceRefusal.noSuchUnit(c.unit()));
        return accept(new PlaceRegistered(c.place(), c.kind(), c.name(), c.unit(), c.districtServiceHall(), c.inUseFrom()));
    }

    private static Optional<PlaceRefusal> faulty(String name, boolean hall, PlaceKind kind) {
        if (name.isBlank()) return Optional.of(PlaceRefusal.empty("名称", "the name"));
        return hall && kind != PlaceKind.ACCEPTANCE_PLACE ? Optional.of(PlaceRefusal.noHall()) : Optional.empty();
    }

    private static Decision<PlaceEvent, PlaceRefusal> known(Known place, PlaceCommand command, PlaceContext context) {
        return switch (command) {
            case RegisterPlace c -> place.registered()
                    .equals(new PlaceRegistered(c.place(), c.kind(), c.name(), c.unit(), c.districtServiceHall(), c.inUseFrom()))
                    ? nothing() : refuse(PlaceRefusal.alreadyRegistered());
            // a look at past days, and what was carried away at the end, are entered after the end too
            case CheckSurveillance c -> check(place, c, context);
            case TakeCameraAway c -> takeAway(place, c, context);
            case AmendPlace _, PlaceCamera _, ClosePlace _ -> place.closed().isPresent()
                    ? refuse(PlaceRefusal.closed()) : whileUsed(place, command, context);
        };
    }

    private static Decision<PlaceEvent, PlaceRefusal> whileUsed(Known place, PlaceCommand command, PlaceContext context) {
        return switch (command) {
            case AmendPlace c -> amend(place, c, context);
            case PlaceCamera c -> put(place, c, context);
            case ClosePlace c -> close(place, c, context);
            case RegisterPlace _, CheckSurveillance _, TakeCameraAway _ -> throw new IllegalArgumentException("decided elsewhere: " + command);
        };
    }

    private static Decision<PlaceEvent, PlaceRefusal> amend(Known place, AmendPlace c, PlaceContext context) {
        var faulty = faulty(c.name(), c.districtServiceHall(), place.registered().kind());
        if (faulty.isPresent()) return refuse(faulty.get());
        if (!context.register().knows(c.unit())) return refuse(PlaceRefusal.noSuchUnit(c.unit()));
        var amended = new PlaceAmended(c.name(), c.unit(), c.districtServiceHall());
        return amended.equals(place.now()) ? nothing() : accept(amended);
    }

    private static Decision<PlaceEvent, PlaceRefusal> put(Known place, PlaceCamera c, PlaceContext context) {
        if (place.standing().stream().anyMatch(camera -> camera.device().equals(c.device()))) return nothing();
        if (context.inFuture(c.at())) return refuse(PlaceRefusal.inFuture(c.at()));
        var device = context.register().device(c.device());
        if (device.isEmpty()) return refuse(PlaceRefusal.noSuchDevice());
        if (device.get().portable()) return refuse(PlaceRefusal.portable());
        if (device.get().status() != DeviceStatus.AVAILABLE) return refuse(PlaceRefusal.notWorking());
        if (device.get().place().isPresent()) return refuse(PlaceRefusal.standsElsewhere());
        var before = place.cameras().stream().filter(camera -> camera.device().equals(c.device())).reduce((_, later) -> later);
        return before.flatMap(Standing::until).filter(c.at()::isBefore).isPresent()
                ? refuse(PlaceRefusal.contradictory("设备当时还没有移走", "it had not been taken away by then"))
                : accept(new CameraPlaced(c.device(), c.at()));
    }

    private static Decision<PlaceEvent, PlaceRefusal> takeAway(Known place, TakeCameraAway c, PlaceContext context) {
        var standing = place.standing().stream().filter(camera -> camera.device().equals(c.device())).findFirst();
        if (standing.isEmpty()) return refuse(PlaceRefusal.notStanding());
        if (c.reason().isBlank()) return refuse(PlaceRefusal.empty("理由", "the reason"));
        if (context.inFuture(c.at())) return refuse(PlaceRefusal.inFuture(c.at()));
        return c.at().isBefore(standing.get().from())
                ? refuse(PlaceRefusal.contradictory("移走早于安装", "it was taken away before it was placed"))
                : accept(new CameraTakenAway(c.device(), c.at(), c.reason()));
    }

    private static Decision<PlaceEvent, PlaceRefusal> check(Known place, CheckSurveillance c, PlaceContext context) {
        var zone = context.law().zone();
        if (c.last().isBefore(c.first())) return refuse(PlaceRefusal.contradictory("最后一天早于第一天", "the last day is before the first"));
        if (c.last().isAfter(context.today())) return refuse(PlaceRefusal.inFuture(c.last()));
        if (c.first().plusDays(DAYS_MAX).isBefore(c.last().plusDays(1))) return refuse(PlaceRefusal.tooManyDays(DAYS_MAX));
        if (c.gaps().size() > SurveillanceChecked.GAPS_MAX) return refuse(PlaceRefusal.tooManyGaps(SurveillanceChecked.GAPS_MAX));
        for (var gap : c.gaps()) {
            if (gap.reason().isBlank()) return refuse(PlaceRefusal.empty("缺失的原因", "why it is not there; 'unknown' where nobody knows"));
            if (!gap.from().isBefore(gap.to())) return refuse(PlaceRefusal.contradictory("缺失的结束不晚于开始", "a gap ends before it begins"));
            if (within(gap, c.first(), c.last(), zone)) continue;
            return refuse(PlaceRefusal.contradictory("缺失的时间不在所检查的日期内", "a gap is outside the days that were checked"));
        }
        var checked = new SurveillanceChecked(c.first(), c.last(), c.gaps(), context.person());
        return !place.checks().isEmpty() && place.checks().getLast().equals(checked) ? nothing() : accept(checked);
    }

    private static boolean within(SurveillanceGap gap, LocalDate first, LocalDate last, ZoneId zone) {
        return !gap.from().isBefore(first.atStartOfDay(zone).toInstant()) && !gap.to().isAfter(last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Decision<PlaceEvent, PlaceRefusal> close(Known place, ClosePlace c, PlaceContext context) {
        if (c.reason().isBlank()) return refuse(PlaceRefusal.empty("理由", "the reason"));
        if (c.on().isAfter(context.today())) return refuse(PlaceRefusal.inFuture(c.on()));
        return c.on().isBefore(place.registered().inUseFrom())
                ? refuse(PlaceRefusal.contradictory("停用早于启用", "it ended before it began"))
                : accept(new PlaceClosed(c.on(), c.reason()));
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew it
     * @throws CorruptStream if the fact cannot follow
     */
    public static PlaceState evolve(PlaceState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case PlaceEvent event -> switch (state) {
                case Absent _ when event instanceof PlaceRegistered e -> Known.begun(e, recordedAt);
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Known place -> follow(place, event);
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof Known place ? place.with(place.findings().with(event, recordedAt)) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the registration
        };
    }

    private static PlaceState follow(Known place, PlaceEvent event) {
        return switch (event) {
            case PlaceRegistered _ -> throw new CorruptStream(place, event);
            case PlaceAmended e -> place.with(e);
            case CameraPlaced e -> place.with(new Standing(e.device(), e.at(), Optional.empty()));
            case CameraTakenAway e -> place.without(e.device(), e.at()); // where it was placed may have been destroyed
            case SurveillanceChecked e -> place.with(e);
            case PlaceClosed e -> place.with(e);
        };
    }

    private static PlaceState destroyed(PlaceState state, String type, Fact fact) {
        var first = type.equals(PlaceRegistered.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
