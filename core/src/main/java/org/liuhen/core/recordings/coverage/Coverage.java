package org.liuhen.core.recordings.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.values.DeviceId;

/**
 * What of an act was recorded. Video and sound cover it; photographs are shown and cover nothing, for they have no length.
 *
 * @param act from its start point to its end point
 * @param lanes of the devices that took something of it, in the order of the devices' ids
 * @param holes of the act, in order, of any length
 */
public record Coverage(Interval act, List<Lane> lanes, List<Hole> holes) {

    public Coverage {
        lanes = List.copyOf(lanes);
        holes = List.copyOf(holes);
    }

    /**
     * Computes it. Files that cannot have been taken within the act, whatever their clock's error, are left out of the holes and
     * kept in the lanes.
     *
     * @param technicalGap up to which two files of one device are one recording
     */
    public static Coverage of(Interval act, Collection<Segment> segments, Duration technicalGap) {
        var lanes = segments.stream()
                .collect(Collectors.groupingBy(Segment::device))
                .entrySet().stream()
                .map(one -> Lane.of(one.getKey(), one.getValue(), technicalGap))
                .sorted(Comparator.comparing(lane -> lane.device().value()))
                .toList();
        return new Coverage(act, lanes, holes(act, lanes));
    }

    /** When moving pictures or sound of it begin; empty if there are none. May be before the act. */
    public Optional<Instant> beganAt() {
        return within().map(stretch -> stretch.time().from()).min(Instant::compareTo);
    }

    /** When they end. May be after the act. */
    public Optional<Instant> endedAt() {
        return within().map(stretch -> stretch.time().to()).max(Instant::compareTo);
    }

    /** Holes that are longer than that for certain. */
    public List<Hole> holesOver(Duration tolerance) {
        return holes.stream().filter(hole -> hole.longerThan(tolerance)).toList();
    }

    private Stream<Stretch> within() {
        return lanes.stream().flatMap(lane -> lane.stretches().stream()).filter(stretch -> meets(act, stretch));
    }

    private static boolean meets(Interval act, Stretch stretch) {
        return stretch.time().widened(stretch.uncertainty()).meets(act);
    }

    /** A border of what is covered so far: which device has it, and how certain it is. */
    private record Border(Instant at, Optional<DeviceId> device, Duration uncertainty) {}

    private record Taken(DeviceId device, Stretch stretch) {}

    private static List<Hole> holes(Interval act, List<Lane> lanes) {
        var taken = lanes.stream()
                .flatMap(lane -> lane.stretches().stream().map(stretch -> new Taken(lane.device(), stretch)))
                .filter(one -> one.stretch().time().meets(act))
                .sorted(Comparator.comparing(one -> one.stretch().time().from()))
                .toList();
        if (taken.isEmpty()) return List.of(new Hole(act, nearMiss(act, lanes), Hole.Edge.WHOLE));
        var holes = new ArrayList<Hole>();
        var covered = new Border(act.from(), Optional.empty(), Duration.ZERO);
        for (var one : taken) {
            var time = one.stretch().time();
            var begins = new Border(time.from(), Optional.of(one.device()), one.stretch().uncertainty());
            if (begins.at().isAfter(covered.at())) holes.add(hole(covered, begins));
            if (!time.to().isBefore(covered.at())) {
                covered = new Border(time.to(), Optional.of(one.device()), one.stretch().uncertainty());
            }
        }
        if (covered.at().isBefore(act.to())) holes.add(hole(covered, new Border(act.to(), Optional.empty(), Duration.ZERO)));
        return holes;
    }

    /** The most of the act that a recording beside it can have taken if its clock was as wrong as it may be. */
    private static Duration nearMiss(Interval act, List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.stretches().stream())
                .map(stretch -> stretch.time().widened(stretch.uncertainty()))
                .filter(act::meets)
                .map(time -> Duration.between(later(time.from(), act.from()), earlier(time.to(), act.to())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Hole hole(Border left, Border right) {
        var oneClock = left.device().isPresent() && left.device().equals(right.device());
        var slack = oneClock ? Duration.ZERO : left.uncertainty().plus(right.uncertainty());
        return new Hole(new Interval(left.at(), right.at()), slack, edge(left, right));
    }

    private static Hole.Edge edge(Border left, Border right) {
        if (left.device().isEmpty()) return Hole.Edge.BEGIN;
        return right.device().isEmpty() ? Hole.Edge.END : Hole.Edge.MIDDLE;
    }
}
