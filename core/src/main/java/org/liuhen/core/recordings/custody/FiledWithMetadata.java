package org.liuhen.core.recordings.custody;

import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Duty;

/** 项目信息: a recording has the fields that the text names (WD-9.p2). The law of the day on which it ended counts. */
@Duty("storage.requiredMetadata")
public final class FiledWithMetadata extends Filed {

    static final Key KEY = new Key("storage.requiredMetadata");

    /** The rule. */
    public FiledWithMetadata() {
        super(KEY);
    }
}
