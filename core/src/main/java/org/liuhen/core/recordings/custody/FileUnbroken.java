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
 * 不间断记录: within a file no picture follows another one later than usual (SQ-I-9, SQ-I-11, WD-8). Gaps between files are judged over the activity
 * ({@link org.liuhen.core.recordings.rules.Unbroken}). The law of the day on which it ended counts.
 */
@Duty("avRecord.continuous.required")
public final class FileUnbroken implements Rule<HandedIn> {

    static final Key KEY = new Key("avRecord.continuous.required");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Seen.check(recording, law, KEY, one -> one.check() == Check.GAPS);
    }
}
