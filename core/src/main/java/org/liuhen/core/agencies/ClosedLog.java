package org.liuhen.core.agencies;

import org.liuhen.core.values.Digest;

/**
 * The head that a closed ledger has for ever, as the first leaf of the next one names it.
 *
 * @param root as in the checkpoint, base64
 * @param checkpoint SHA-256 of the signed checkpoint's bytes
 * @param kept how many of its leaves, from the first on, the journal still had when it was closed
 */
public record ClosedLog(String origin, long size, String root, Digest checkpoint, long kept) {
    public ClosedLog {
        if (kept < 0 || kept > size) throw new IllegalArgumentException(kept + " of " + size + " leaves kept");
    }
}
