package org.liuhen.vault;

import java.io.IOException;

/** The intake is open elsewhere, or too many are open. Nothing was changed; try again later. */
public final class IntakeBusy extends IOException {

    private static final long serialVersionUID = 1;

    IntakeBusy(String message) {
        super(message);
    }

    static IntakeBusy open(Object id) {
        return new IntakeBusy("接收任务 " + id + " 正被占用：请等它结束后再试。"
            + " Intake " + id + " is open elsewhere: wait until it is closed, then try again.");
    }

    static IntakeBusy tooMany(int limit) {
        return new IntakeBusy("同时接收的文件已达上限 " + limit + " 个：请关闭空闲的接收任务后再试。"
            + " " + limit + " intakes are open, the most allowed: close idle ones, then try again.");
    }
}
