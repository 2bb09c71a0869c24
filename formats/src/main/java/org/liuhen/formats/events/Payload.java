package org.liuhen.formats.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Role;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

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
     * @throws IllegalArgumentException if they would be more than {@link #BYTES_MAX}, or a text has a lone surrogate
     */
    public byte[] write() {
        var bytes = CanonicalJson.write(new FieldsWriter()
                .put("actor", new FieldsWriter()
                        .put("id", actor.id())
                        .put("kind", actor.kind().word())
                        .put("name", actor.name())
                        .put("role", actor.role().word())
                        .end())
                .maybe("cause", cause, c -> new FieldsWriter().put("stream", c.stream()).put("version", c.version()).end())
                .put("command", command)
                .put("data", EventTypes.data(event))
                .put("occurredAt", new FieldsWriter().put("at", occurredAt).put("uncertaintyMillis", uncertainty).end())
                .end());
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a payload of " + bytes.length + " bytes; larger things than " + BYTES_MAX + " belong into the vault");
        }
        return bytes;
    }

    /**
     * Reads the payload of an event.
     *
     * @param type as in the leaf
     * @param typeVersion as in the leaf; an older one is brought up to today's record
     * @throws org.liuhen.formats.Malformed if the bytes are not such a payload
     */
    public static Payload read(String type, int typeVersion, byte[] bytes) {
        return CanonicalJson.readFields(bytes, BYTES_MAX, "payload").whole(in -> {
            var at = in.object("occurredAt", time -> new Time(time.instant("at"), time.millis("uncertaintyMillis")));
            return new Payload(
                    in.object("actor", Payload::actor),
                    in.maybe("cause", name -> in.object(name, c -> new Cause(c.id("stream"), c.count("version")))),
                    in.id("command"),
                    EventTypes.event(type, typeVersion, in.object("data")),
                    at.at(),
                    at.uncertainty());
        });
    }

    /**
     * The fields of the event as they stand in the payload, in the version they were written in.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not a payload
     */
    public static Json.Fields data(byte[] bytes) {
        return CanonicalJson.readFields(bytes, BYTES_MAX, "payload").object("data");
    }

    private static Actor actor(FieldsReader in) {
        return new Actor(
                in.word("kind", Actor.Kind.values(), Actor.Kind::word),
                in.text("id"),
                in.text("name"),
                in.word("role", Role.values(), Role::word));
    }

    private record Time(Instant at, Duration uncertainty) {}
}
