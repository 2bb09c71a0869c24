package org.liuhen.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Fact;

/**
 * An event as it stands in the journal.
 *
 * @param position order in the journal, over all agencies; with gaps
 * @param version counts the events of the stream from 1 without gaps
 * @param recordedAt the server's clock at the append, in milliseconds; never decreases within an agency
 * @param type name of the event's type, also when the event itself is gone
 * @param fact the event, or that its payload was destroyed
 * @param context who, when and by which command; empty exactly when the payload was destroyed
 */
public record Recorded(
        long position, String agency, UUID stream, long version, Instant recordedAt, String type, Fact fact,
                Optional<Context> context) {

    /**
     * What only the payload tells.
     *
     * @param occurredAt in the world, give or take {@code uncertainty}
     * @param command id the client gave to the command
     */
    public record Context(Instant occurredAt, Duration uncertainty, Actor actor, UUID command) {}

    /** When it happened in the world. @throws IllegalStateException if the payload was destroyed */
    public Instant occurredAt() {
        return known().occurredAt();
    }

    /** How far {@link #occurredAt} may be off. @throws IllegalStateException if the payload was destroyed */
    public Duration uncertainty() {
        return known().uncertainty();
    }

    /** Who did it. @throws IllegalStateException if the payload was destroyed */
    public Actor actor() {
        return known().actor();
    }

    /** By which command. @throws IllegalStateException if the payload was destroyed */
    public UUID command() {
        return known().command();
    }

    private Context known() {
        return context.orElseThrow(() -> new IllegalStateException(
                "the payload of version " + version + " of stream " + stream + " was destroyed"));
    }
}
