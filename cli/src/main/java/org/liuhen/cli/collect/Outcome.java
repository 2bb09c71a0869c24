package org.liuhen.cli.collect;

import java.util.UUID;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;

/** What became of one file of a source. */
public sealed interface Outcome {

    /** Where it is on the source. */
    RawPath path();

    /** Its size as listed. */
    long sizeBytes();

    /** In the store, with a receipt that this station has checked itself. Only now may the file be cleared. */
    record Stored(RawPath path, long sizeBytes, Digest sha256, UUID recording, long leafIndex) implements Outcome {}

    /**
     * Not in the store, or not proven to be.
     *
     * @param reason a word for scripts, for example {@code changing}
     * @param text why, and what to do
     */
    record Failed(RawPath path, long sizeBytes, String reason, Bilingual text) implements Outcome {}
}
