package org.liuhen.server.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the agencies' ledgers say. Safe for threads. */
public interface Ledger {

    /** The leaf index of an event; empty while the sequencer has not taken it, or if there is no such event. */
    Optional<Long> position(UUID stream, long version);

    /** The leaf indices of the first events of these streams, as far as the sequencer has taken them. One question for a whole page. */
    Map<UUID, Long> firstPositions(Collection<UUID> streams);

    /** The receipt of an event (formats.md, section 4); empty while it is in no signed checkpoint. */
    Optional<byte[]> receipt(UUID stream, long version);

    /** As {@link #receipt}, waiting up to {@code atMost} for the checkpoint. Normally within one second of the event's commit. */
    Optional<byte[]> await(UUID stream, long version, Duration atMost) throws InterruptedException;

    /**
     * Opens the agency's log, making its keys if it is new. Must come before the agency's first event.
     *
     * @throws java.io.UncheckedIOException if keys or files cannot be read or written
     */
    Opened open(String agency);

    /**
     * A log that is open.
     *
     * @param origin its name, for ever
     * @param vkeys of the keys that sign now; none if it has stopped
     */
    record Opened(String origin, List<String> vkeys) {
        public Opened {
            vkeys = List.copyOf(vkeys);
        }
    }

    /**
     * Makes new keys that will sign beside the old ones once the event that adopts them is in the log, and alone afterwards.
     * Going on with a rotation that was cut short gives the same again.
     */
    Rotation beginRotation(String agency);

    /**
     * What is still to be done by the caller: append {@code LedgerKeyAdopted} with these keys.
     *
     * @param command id that the append must have; the log finds the event by it
     */
    record Rotation(UUID command, List<String> vkeys) {
        public Rotation {
            vkeys = List.copyOf(vkeys);
        }
    }

    /** The state of the agency's ledger; empty if there is no such agency. */
    Optional<LedgerState> state(String agency);

    /** The verifier-key lines of the agency's log, oldest first. */
    List<String> verifierKeys(String agency);
}
