package org.liuhen.server.journal;

import java.util.List;
import java.util.UUID;

/**
 * The outcome of a submission.
 *
 * @param recorded the events, in the order of the submission
 * @param repeated whether the command had been carried out before; these are then the events of the first time
 */
public record Appended(List<Recorded> recorded, boolean repeated) {

    public Appended {
        recorded = List.copyOf(recorded);
    }

    /** The version that the stream has after this submission; 0 if it was no part of it. */
    public long version(UUID stream) {
        return recorded.stream().filter(event -> event.stream().equals(stream)).mapToLong(Recorded::version).max().orElse(0);
    }
}
