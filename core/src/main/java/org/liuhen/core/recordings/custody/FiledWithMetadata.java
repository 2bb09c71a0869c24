package org.liuhen.core.recordings.custody;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/** 项目信息: a recording has the fields that the text names (WD-9.p2). The law of the day on which it ended counts. */
@Duty("storage.requiredMetadata")
public final class FiledWithMetadata implements Rule<HandedIn> {

    static final Key KEY = new Key("storage.requiredMetadata");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Filed.check(recording, law, KEY, now);
    }
}
