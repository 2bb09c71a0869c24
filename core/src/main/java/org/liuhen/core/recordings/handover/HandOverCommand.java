package org.liuhen.core.recordings.handover;

import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.recordings.handover.HandOverEvent.ListedRecording;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** What is asked of a month's hand-over. */
public sealed interface HandOverCommand extends Command {

    /** Begin the month; the program's own. */
    record OpenHandOver(LocalDate month, PersonId specialist, UnitCode unit) implements HandOverCommand {}

    /** Make the list; what each recording is, the program knows. */
    record PrepareList(List<ListedRecording> recordings) implements HandOverCommand {
        public PrepareList {
            recordings = List.copyOf(recordings);
        }
    }

    /** There is nothing to hand over. */
    record DeclareNothing() implements HandOverCommand {}

    /** The office has it. */
    record ReceiveList() implements HandOverCommand {}

    /** The office gives it back. */
    record ReturnList(String reason) implements HandOverCommand {}
}
