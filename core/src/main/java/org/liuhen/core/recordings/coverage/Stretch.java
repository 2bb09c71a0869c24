package org.liuhen.core.recordings.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Files of one device that follow on one another: a device cuts a long recording into files.
 *
 * @param segments in the order of their beginnings
 */
public record Stretch(List<Segment> segments) {

    public Stretch {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) throw new IllegalArgumentException("a stretch has a file");
    }

    public Interval time() {
        var ends = segments.stream().map(segment -> segment.time().to()).max(Instant::compareTo);
        return new Interval(segments.getFirst().time().from(), ends.orElseThrow());
    }

    /** The largest of its files. */
    public Duration uncertainty() {
        return segments.stream().map(Segment::uncertainty).max(Duration::compareTo).orElseThrow();
    }
}
