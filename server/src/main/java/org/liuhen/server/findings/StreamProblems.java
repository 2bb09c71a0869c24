package org.liuhen.server.findings;

import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;

/** What is said of acts on any kind of stream. */
public final class StreamProblems {

    private StreamProblems() {}

    /** A past moment is asked for that is none. */
    static Problem notYet() {
        return Problem.badRequest("parameter-wrong", "查询条件无法理解", "A parameter is not understood")
                .because("“asAt”在将来，届时的情况尚不可知。", "\"asAt\" is in the future, and nobody knows it.")
                .next("请选择不晚于现在的时刻。", "Choose a moment up to now.").with("parameter", "asAt");
    }

    /** The client saw another version. */
    static Problem movedOn(long found) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "overtaken", "内容已被他人更新", "Somebody else was faster")
                .next("您填写的内容已保留，请刷新后再试。", "What you typed is kept; reload and try again.").with("version", found);
    }

    /** More than one event holds. */
    static Problem tooLarge() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "content-too-large", "一次登记的内容过多", "Too much for one entry")
                .because("一次登记最多 " + Journal.PAYLOAD_LIMIT_BYTES / 1024 + " KiB，约一万六千个汉字。",
                        "One entry has at most " + Journal.PAYLOAD_LIMIT_BYTES / 1024 + " KiB, about 16,000 Chinese characters.")
                .next("请缩短文字。您填写的内容已保留。", "Shorten it. What you typed is kept.");
    }
}
