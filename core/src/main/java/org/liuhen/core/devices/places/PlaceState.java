package org.liuhen.core.devices.places;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.places.PlaceEvent.PlaceAmended;
import org.liuhen.core.devices.places.PlaceEvent.PlaceClosed;
import org.liuhen.core.devices.places.PlaceEvent.PlaceRegistered;
import org.liuhen.core.devices.places.PlaceEvent.SurveillanceChecked;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.UnitCode;

/** What a place's history says. */
public sealed interface PlaceState {

    /** Not in the register. */
    record Absent() implements PlaceState {}

    /** The payload of the registration was destroyed by law. */
    record Tombstone() implements PlaceState {}

    /**
     * In the register.
     *
     * @param registered what it was entered with
     * @param registeredAt when the server knew it: days before that are nobody's to check
     * @param now how it is called, and belongs
     * @param cameras every device that ever stood there, in the order in which they were placed
     * @param checks in the order in which they were entered
     */
    record Known(
            PlaceRegistered registered, Instant registeredAt, PlaceAmended now, List<Standing> cameras, List<SurveillanceChecked> checks,
            Optional<PlaceClosed> closed, FindingBook findings) implements PlaceState {
        public Known {
            cameras = List.copyOf(cameras);
            checks = List.copyOf(checks);
        }

        static Known begun(PlaceRegistered facts, Instant recordedAt) {
            var now = new PlaceAmended(facts.name(), facts.unit(), facts.districtServiceHall());
            return new Known(facts, recordedAt, now, List.of(), List.of(), Optional.empty(), FindingBook.empty());
        }

        /** To which unit it belongs. */
        public UnitCode unit() {
            return now.unit();
        }

        /** The devices that stand there now. */
        public List<Standing> standing() {
            return cameras.stream().filter(camera -> camera.until().isEmpty()).toList();
        }

        /** Whether it is used on a day. */
        public boolean inUse(LocalDate day) {
            return !day.isBefore(registered.inUseFrom()) && closed.filter(end -> day.isAfter(end.on())).isEmpty();
        }

        /** Whether a device stood there at some time of a day. */
        public boolean filmed(LocalDate day, ZoneId zone) {
            var begin = day.atStartOfDay(zone).toInstant();
            var end = day.plusDays(1).atStartOfDay(zone).toInstant();
            return cameras.stream().anyMatch(camera -> camera.from().isBefore(end) && camera.until().filter(until -> !until.isAfter(begin)).isEmpty());
        }

        /** The newest check of a day. */
        public Optional<SurveillanceChecked> check(LocalDate day) {
            return checks.reversed().stream().filter(check -> !day.isBefore(check.first()) && !day.isAfter(check.last())).findFirst();
        }

        Known with(PlaceAmended next) {
            return new Known(registered, registeredAt, next, cameras, checks, closed, findings);
        }

        Known with(Standing next) {
            return with(Stream.concat(cameras.stream(), Stream.of(next)).toList());
        }

        Known without(DeviceId device, Instant until) {
            return with(cameras.stream().map(camera -> camera.device().equals(device) && camera.until().isEmpty()
                    ? new Standing(device, camera.from(), Optional.of(until)) : camera).toList());
        }

        private Known with(List<Standing> next) {
            return new Known(registered, registeredAt, now, next, checks, closed, findings);
        }

        Known with(SurveillanceChecked next) {
            var all = new ArrayList<>(checks);
            all.add(next);
            return new Known(registered, registeredAt, now, cameras, all, closed, findings);
        }

        Known with(PlaceClosed end) {
            return new Known(registered, registeredAt, now, cameras, checks, Optional.of(end), findings);
        }

        Known with(FindingBook next) {
            return new Known(registered, registeredAt, now, cameras, checks, closed, next);
        }
    }

    /** A device that stands, or stood, in a place. */
    record Standing(DeviceId device, Instant from, Optional<Instant> until) {}
}
