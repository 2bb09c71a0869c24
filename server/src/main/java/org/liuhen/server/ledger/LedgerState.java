package org.liuhen.server.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an agency's ledger stands.
 *
 * @param origin the log's name, for ever
 * @param size leaves in the newest signed checkpoint
 * @param signedAt when that was signed; empty before the first
 * @param stopped why nothing may be written; empty while all is well
 */
public record LedgerState(String agency, String origin, long size, Optional<Instant> signedAt, Optional<Stopped> stopped) {

    /** Why, and the way on; Chinese and English. */
    public record Stopped(String reason, String reasonEn) {}
}
