package org.liuhen.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.formats.events.Payload;

/** Appends and reads events; the only writer of {@code event} and {@code payload}. Safe for threads. */
public interface Journal {

    /** The most a payload may have, in bytes of canonical JSON. Larger things are objects of the vault. */
    int PAYLOAD_LIMIT_BYTES = Payload.BYTES_MAX;

    /**
     * Appends to one or several streams in one transaction, with the projections; all versions are checked. Returns only after
     * the commit is durable. A command id that was already carried out in this agency returns the first outcome and writes
     * nothing.
     *
     * @throws VersionConflict if a stream has moved on; nothing is written
     * @throws PayloadTooLarge if an event needs more than {@link #PAYLOAD_LIMIT_BYTES}; nothing is written
     * @throws WritingStopped if the agency's ledger may not grow, see {@link WriteGuard}; nothing is written
     * @throws org.springframework.dao.DataAccessException if the database failed. Whether the commit happened can then be
     *     unknown: the same submission (same command id) may be sent again and is carried out once
     */
    Appended append(Submission submission);

    /** The events of a stream, oldest first; empty if there is none. */
    List<Recorded> read(UUID stream);

    /** The events of a stream that the server knew at the moment: {@code recordedAt ≤ moment}, oldest first. */
    List<Recorded> readAsAt(UUID stream, Instant moment);

    /** One event of a stream. */
    Optional<Recorded> read(UUID stream, long version);

    /** What the command of this id did in the agency, if it was carried out. */
    Optional<Appended> outcome(String agency, UUID command);
}
