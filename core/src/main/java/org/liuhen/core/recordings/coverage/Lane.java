package org.liuhen.core.recordings.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liuhen.core.values.DeviceId;

/**
 * What one device took, in order.
 *
 * @param stretches of moving pictures or sound; two of them are farther apart than the technical gap
 * @param stills photographs
 * @param overlaps files that begin before the one before has ended by more than the technical gap: one device cannot take two at
 *     once, so its clock was set back or two devices have one number
 */
public record Lane(DeviceId device, List<Stretch> stretches, List<Segment> stills, List<Segment> overlaps) {

    static final Comparator<Segment> IN_ORDER = Comparator.<Segment, Instant>comparing(segment -> segment.time().from())
            .thenComparing(segment -> segment.time().to())
            .thenComparing(segment -> segment.recording().value());

    public Lane {
        stretches = List.copyOf(stretches);
        stills = List.copyOf(stills);
        overlaps = List.copyOf(overlaps);
    }

    /** Of the files of one device. */
    static Lane of(DeviceId device, List<Segment> segments, Duration technicalGap) {
        var moving = new ArrayList<List<Segment>>();
        var stills = new ArrayList<Segment>();
        var overlaps = new ArrayList<Segment>();
        var ended = Instant.MIN;
        for (var segment : segments.stream().sorted(IN_ORDER).toList()) {
            switch (segment.kind()) {
                case PHOTO -> stills.add(segment);
                case OTHER -> {}
                case VIDEO, AUDIO -> {
                    var time = segment.time();
                    if (moving.isEmpty() || time.from().isAfter(ended.plus(technicalGap))) moving.add(new ArrayList<>());
                    else if (time.from().plus(technicalGap).isBefore(ended)) overlaps.add(segment);
                    moving.getLast().add(segment);
                    if (time.to().isAfter(ended)) ended = time.to();
                }
            }
        }
        var stretches = moving.stream().map(Stretch::new).toList();
        return new Lane(device, stretches, stills, overlaps);
    }
}
