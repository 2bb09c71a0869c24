package org.liuhen.server.journal;

import java.util.List;
import java.util.UUID;
import org.liuhen.core.values.Event;

/**
 * Events for one stream.
 *
 * @param expectedVersion the number of events that the writer saw in the stream; 0 for a stream that does not exist yet
 * @param events at least one, in order
 */
public record StreamAppend(UUID stream, long expectedVersion, List<Event> events) {

    public StreamAppend {
        events = List.copyOf(events);
        if (events.isEmpty()) throw new IllegalArgumentException("nothing to append to stream " + stream);
        if (expectedVersion < 0) throw new IllegalArgumentException("version below zero: " + expectedVersion);
    }
}
