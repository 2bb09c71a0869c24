package org.liuhen.core.cases;

import java.time.Instant;
import org.liuhen.core.values.Digest;

/** Where a document stands. Draft to final is one-way. */
public sealed interface DocumentPhase {

    /**
     * Anything may change.
     *
     * @param versions how many times the text was locked before
     */
    record Draft(int versions) implements DocumentPhase {}

    /** The text is locked for signing. */
    record Locked(int version, Digest digest, int pages, long sizeBytes) implements DocumentPhase {}

    /**
     * For ever.
     *
     * @param defective a defect statement stands in for something
     * @param at when the server knew
     */
    record Final(Locked text, Digest digest, int pages, boolean defective, Instant at) implements DocumentPhase {}

    /** Does not count. */
    record Voided(String reason) implements DocumentPhase {}
}
