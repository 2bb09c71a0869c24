package org.liuhen.core.recordings.custody;

import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Duty;

/** 分类存储: a recording is filed by the keys of its agency (LX-24.p2, AJ-12). The law of the day on which it ended counts. */
@Duty("storage.classificationKeys")
public final class FiledByKeys extends Filed {

    static final Key KEY = new Key("storage.classificationKeys");

    /** The rule. */
    public FiledByKeys() {
        super(KEY);
    }
}
