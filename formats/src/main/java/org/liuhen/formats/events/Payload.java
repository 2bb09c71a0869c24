package org.liuhen.formats.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Event;

/**
 * What happened, by whom, when. docs/formats.md, section 2.1.
 *
 * @param command the id that the client gave
 * @param occurredAt in the world, as well as is known; whole milliseconds are kept
 * @param uncertainty of {@code occurredAt}, either way
 */
public record Payload(
        Actor actor, Optional<Cause> cause, UUID command, Event event, Instant occurredAt, Duration uncertainty) {

    /** The most bytes a payload may have. */
    public static final int BYTES_MAX = 48 * 1024;

    /** Bytes of salt. */
    public static final int SALT_BYTES = 32;

    /**
     * The canonical bytes.
     *
     * @throws IllegalArgumentException if they would be more than {@link #BYTES_MAX}
     */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads the payload of an event.
     *
     * @param type as in the leaf
     * @param typeVersion as in the leaf; an older one is brought up to today's record
     * @throws org.liuhen.formats.Malformed if the bytes are not such a payload
     */
    public static Payload read(String type, int typeVersion, byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }
}
