package org.liuhen.formats.law.cases;

import java.util.List;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;

/** What a worked case says of a month's hand-over where core's command holds other things. {@link HandOverPlay} completes it. */
public sealed interface HandOverFact {

    /** The month of the fact has begun for this specialist; the program's own. */
    record Begin(PersonId specialist) implements HandOverFact {}

    /** The specialist's list. */
    record MakeList(List<RecordingId> recordings) implements HandOverFact {
        public MakeList {
            recordings = List.copyOf(recordings);
        }
    }
}
