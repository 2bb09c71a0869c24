package org.liuhen.core.recordings.continuity;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that was seen.
 *
 * @param at from the beginning, as a player counts; absent where it concerns the whole file
 * @param length of what was seen, or by how much
 * @param detail words of the file or the tool, for people
 */
public record Sighting(Sign sign, Optional<Duration> at, Optional<Duration> length, Optional<String> detail) {

    /** Seen at a place. */
    public static Sighting at(Sign sign, Duration at, Duration length) {
        return new Sighting(sign, Optional.of(at), Optional.of(length), Optional.empty());
    }

    /** Seen in the file as a whole. */
    public static Sighting of(Sign sign, String detail) {
        return new Sighting(sign, Optional.empty(), Optional.empty(), Optional.of(detail));
    }
}
