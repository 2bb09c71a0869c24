package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liuhen.core.recordings.coverage.Segment;

/**
 * A recording of the activity, with what a rule must know of it.
 *
 * @param means that its streams show
 * @param storedAt when it was in the store
 * @param fileCreatedAt as the file says, corrected by the measured clock
 */
public record FiledSegment(Segment segment, Set<Means> means, Instant storedAt, Optional<Instant> fileCreatedAt) {
    public FiledSegment {
        means = Collections.unmodifiableSet(new TreeSet<>(means));
    }
}
