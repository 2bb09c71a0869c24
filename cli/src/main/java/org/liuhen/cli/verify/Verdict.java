package org.liuhen.cli.verify;

import org.liuhen.core.values.Bilingual;

/** The conclusion of a verification, and the exit code of {@code liuhen verify}. */
public enum Verdict {
    VALID(0, "有效：所做的检查全部通过", "valid: every check that was made holds"),
    FAULTY(1, "有问题：见上面的代码", "faulty: see the codes above"),
    UNREADABLE(2, "无法读取", "not readable"),
    SIGNER_UNKNOWN(3, "前后一致，但签名人未知：没有给出受信任的密钥", "consistent, signer unknown: no trusted key was given");

    private final int exitCode;
    private final String zh;
    private final String en;

    Verdict(int exitCode, String zh, String en) {
        this.exitCode = exitCode;
        this.zh = zh;
        this.en = en;
    }

    /** Stable for scripts. */
    public int exitCode() {
        return exitCode;
    }

    /** One sentence for people. */
    public Bilingual meaning() {
        return new Bilingual(zh, en);
    }
}
