package org.liuhen.core.recordings.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverOpened;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverReceived;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverReturned;
import org.liuhen.core.recordings.handover.HandOverEvent.ListedRecording;
import org.liuhen.core.values.PersonId;

/** What the history of a month's hand-over says. */
public sealed interface HandOverState {

    /** Not begun. */
    record Absent() implements HandOverState {}

    /** The payload of its beginning was destroyed by law. */
    record Tombstone() implements HandOverState {}

    /**
     * Begun.
     *
     * @param offered what the specialist says: the list, or that there is nothing
     */
    record Open(HandOverOpened opened, Optional<Offered> offered, Optional<Received> received, Optional<HandOverReturned> returned,
            FindingBook findings) implements HandOverState {

        static Open begun(HandOverOpened opened) {
            return new Open(opened, Optional.empty(), Optional.empty(), Optional.empty(), FindingBook.empty());
        }

        Open with(Offered next) {
            return new Open(opened, Optional.of(next), received, Optional.empty(), findings);
        }

        Open with(Received next) {
            return new Open(opened, offered, Optional.of(next), returned, findings);
        }

        Open with(HandOverReturned next) {
            return new Open(opened, Optional.empty(), received, Optional.of(next), findings);
        }

        Open with(FindingBook next) {
            return new Open(opened, offered, received, returned, next);
        }
    }

    /** What a specialist offered; no recordings: there was nothing. */
    record Offered(List<ListedRecording> recordings, PersonId by, Instant at) {
        public Offered {
            recordings = List.copyOf(recordings);
        }
    }

    /** That the office has it. */
    record Received(HandOverReceived facts, Instant at) {}
}
