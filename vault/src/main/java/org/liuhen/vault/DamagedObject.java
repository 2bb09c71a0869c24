package org.liuhen.vault;

import java.io.IOException;
import org.liuhen.core.values.Digest;

/** The store holds this object, but not as it was sealed. Carries both values for a stranger to check. */
public final class DamagedObject extends IOException {

    private static final long serialVersionUID = 1;

    private final Fixity.Failed failure;

    DamagedObject(Digest sha256, Fixity.Failed failure) {
        super("对象 " + sha256 + " 已损坏（" + failure.what() + "）：应为 " + failure.expected() + "，实为 " + failure.found()
            + "。请保留原文件，从备份恢复后重试。"
            + " Object " + sha256 + " is damaged (" + failure.what() + "): expected " + failure.expected()
            + ", found " + failure.found() + ". Keep the file as it is, restore it from the backup, then try again.");
        this.failure = failure;
    }

    /** What is wrong. */
    public Fixity.Failed failure() {
        return failure;
    }
}
