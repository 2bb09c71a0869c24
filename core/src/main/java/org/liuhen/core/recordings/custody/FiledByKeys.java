package org.liuhen.core.recordings.custody;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/** 分类存储: a recording is filed by the keys of its agency (LX-24.p2, AJ-12). The law of the day on which it ended counts. */
@Duty("storage.classificationKeys")
public final class FiledByKeys implements Rule<HandedIn> {

    static final Key KEY = new Key("storage.classificationKeys");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Filed.check(recording, law, KEY, now);
    }
}
