package org.liuhen.core.recordings.custody;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 禁止剪辑: a file has its end, no list that leaves out or moves a part, and no editing program names itself (SQ-I-11.p4, WD-10, AJ-22.2); what
 * {@link NothingInserted} asks is asked here where the text does not speak of inserting. The law of the day on which it ended counts.
 */
@Duty("avRecord.edit.forbidden")
public final class FileUnedited implements Rule<HandedIn> {

    static final Key KEY = new Key("avRecord.edit.forbidden");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        var alone = Seen.rules(recording, law).flagCited(NothingInserted.KEY).isEmpty();
        return Seen.check(recording, law, KEY, one -> switch (one.check()) {
            case EDIT_LIST, TAIL -> true;
            case REENCODING -> Seen.editorNamed(one);
            case DUPLICATES, CLOCK_JUMP -> alone;
            case GAPS, FROZEN, BLACK, SILENT -> false;
        });
    }
}
