package org.liuhen.core.recordings.custody;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 禁止插入画面: in a file no picture has the time of another one, and its time goes on as that of a receiver inside it (SQ-I-11.p4). The law of the day
 * on which it ended counts.
 */
@Duty("avRecord.insertFrames.forbidden")
public final class NothingInserted implements Rule<HandedIn> {

    static final Key KEY = new Key("avRecord.insertFrames.forbidden");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Seen.check(recording, law, KEY, one -> Seen.is(one, Check.DUPLICATES, Check.CLOCK_JUMP));
    }
}
