package org.liuhen.core.recordings.handover;

import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;

/** A month's hand-over of one specialist to the office. docs/formats.md, section 2.11. */
public sealed interface HandOverEvent extends Event {

    /**
     * The month has begun.
     *
     * @param month its first day
     * @param specialist who hands over
     */
    record HandOverOpened(LocalDate month, PersonId specialist, UnitCode unit) implements HandOverEvent {}

    /**
     * The specialist made the list and hands these over; a list made again replaces the one before.
     *
     * @param part of the list, from 1: a long list is several events of one act
     * @param parts how many there are
     */
    record HandOverListed(int part, int parts, List<ListedRecording> recordings, PersonId by) implements HandOverEvent {
        public HandOverListed {
            recordings = List.copyOf(recordings);
        }
    }

    /** The specialist says that there is nothing to hand over. */
    record NothingDeclared(PersonId by) implements HandOverEvent {}

    /** The office has checked the list, or that there is nothing, and has received it. */
    record HandOverReceived(PersonId by) implements HandOverEvent {}

    /** The office gave the list back. */
    record HandOverReturned(String reason, PersonId by) implements HandOverEvent {}

    /** A line of the list. */
    record ListedRecording(RecordingId recording, String name, Digest sha256, long sizeBytes) {}
}
