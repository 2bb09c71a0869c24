package org.liuhen.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.liuhen.core.values.Actor;

/**
 * What one command writes: all of it or nothing.
 *
 * @param agency code of the agency whose ledger receives the events
 * @param command id the client gave; carried out once in an agency
 * @param occurredAt in the world, as well as is known
 * @param uncertainty how far {@code occurredAt} may be off, either way
 * @param appends one entry a stream
 */
public record Submission(
        String agency, UUID command, Actor actor, Instant occurredAt, Duration uncertainty, List<StreamAppend> appends) {

    public Submission {
        appends = List.copyOf(appends);
        if (appends.isEmpty()) throw new IllegalArgumentException("a submission appends to at least one stream");
        if (appends.stream().map(StreamAppend::stream).distinct().count() != appends.size()) {
            throw new IllegalArgumentException("a stream stands twice in one submission");
        }
        if (uncertainty.isNegative()) throw new IllegalArgumentException("uncertainty below zero: " + uncertainty);
    }
}
