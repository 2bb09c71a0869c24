package org.liuhen.server.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the agencies' ledgers say. Safe for threads. */
public interface Ledger {

    /** The leaf index of an event; empty while the sequencer has not taken it, or if there is no such event. */
    Optional<Long> position(UUID stream, long version);

    /** The receipt of an event (formats.md, section 4); empty while it is in no signed checkpoint. */
    Optional<byte[]> receipt(UUID stream, long version);

    /** As {@link #receipt}, waiting up to {@code atMost} for the checkpoint. Normally within one second of the event's commit. */
    Optional<byte[]> await(UUID stream, long version, Duration atMost) throws InterruptedException;

    /** The state of the agency's ledger; empty if there is no such agency. */
    Optional<LedgerState> state(String agency);

    /** The verifier-key lines of the agency's log, oldest first. */
    List<String> verifierKeys(String agency);
}
