package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.PersonId;

/** Who keeps a recording, why it was stored late, and what it belongs to. docs/formats.md, section 2.10. */
public sealed interface CustodyEvent extends RecordingEvent {

    /**
     * 移交: the custodian has it from the officer.
     *
     * @param from who handed it over; absent where nobody can be named
     * @param at when, as the custodian says
     */
    record HandedToCustodian(PersonId custodian, Optional<PersonId> from, Instant at) implements CustodyEvent {}

    /**
     * 储存例外: it could not be stored in time, on a ground of the agency's text.
     *
     * @param ground word of {@code recording.storeException.reasons}
     * @param returnedAt when the officer was back; the clock runs from then
     * @param checkedInAt when the device was checked in, if it was by the time of the entry
     */
    record StoringExcepted(String ground, String place, String statement, Instant returnedAt, Optional<Instant> checkedInAt, PersonId by)
            implements CustodyEvent {}

    /**
     * What was entered of the time out in which it was recorded; the newest counts. Written by the program, where there is a delay to tell of.
     *
     * @param out when the device was taken; absent where nobody entered that
     * @param back when it was returned
     * @param delays in the order in which they were said
     */
    record DelaysTold(Optional<Instant> out, Optional<Instant> back, List<ToldDelay> delays) implements CustodyEvent {
        public DelaysTold {
            delays = List.copyOf(delays);
        }
    }

    /** One of them. @param enteredAt when the server knew it */
    record ToldDelay(Delay delay, Instant enteredAt) {}

    /** 误录: somebody says that it was recorded by accident. */
    record AccidentClaimed(String reason, PersonId by) implements CustodyEvent {}

    /** Somebody else agrees: it belongs to nothing, and keeps the minimum term. */
    record AccidentConfirmed(PersonId by) implements CustodyEvent {}

    /** It is no accident, or not any more. */
    record AccidentDenied(String reason, PersonId by) implements CustodyEvent {}

    /** It belongs to no case, and why. */
    record FiledWithoutCase(String reason, PersonId by) implements CustodyEvent {}

    /** Somebody is to classify it. */
    record FilingAssigned(PersonId to, PersonId by) implements CustodyEvent {}
}
