package org.liuhen.server.recordings.activities;

import org.liuhen.core.recordings.activities.ActivityRefusal;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.findings.MissingView;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;

/** Refusals of activities as answers: each missing thing with its article and its way out. */
final class ActivityProblems {

    private ActivityProblems() {}

    static Problem of(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-activity" -> HttpStatus.NOT_FOUND;
            case "activity-destroyed" -> HttpStatus.GONE;
            case "incomplete", "empty", "contradictory", "in-the-future", "no-such-unit", "no-officer", "ground-not-allowed",
                    "receipt-wrong", "receipt-of-another-agency", "receipt-of-another-activity" ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = Problem.refused(status, refusal);
        return refusal instanceof ActivityRefusal ofActivity && !ofActivity.missing().isEmpty()
                ? problem.with("missing", ofActivity.missing().stream().map(MissingView::of).toList())
                : problem;
    }

    static Problem unknown() {
        return Problem.notFound("没有这个执法活动", "There is no such activity").next("请从活动列表打开。", "Open it from the list of activities.");
    }

    static Problem destroyed() {
        return Problem.of(HttpStatus.GONE, "activity-destroyed", "执法活动的内容已依法销毁", "The activity was destroyed by law");
    }

    static Problem notThen() {
        return Problem.notFound("当时还没有这个执法活动", "The activity was not there at that moment")
                .next("请选择登记之后的时刻。", "Choose a moment after it was entered.");
    }

    static Problem noSuchItem(String act) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-item", "清单中没有这个事项", "The items list has no such act").because(act, act)
                .next("请从音像记录事项清单中选择；都不符合的，选择“执法人员认为有必要记录的事项”。",
                        "Choose it from the items list; if none fits, take what the officers find necessary to record.");
    }

    static Problem noSuchDevice(String device) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-device", "没有登记这台设备", "This device is not in the register")
                .because(device, device).next("请选择本机关已登记的设备。", "Choose devices of your agency's register.");
    }

    static Problem otherDigest(Digest claimed, Digest found) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "digest-differs", "回执的摘要与内容不符",
                "The digest is not that of the receipt")
                .because("应为 " + found + "，实为 " + claimed + "。", "Expected " + found + ", found " + claimed + ".")
                .next("请用本系统重新生成回执；程序请对照 docs/formats.md 第 22 节。",
                        "Make it again here; programs compare with docs/formats.md, section 22.");
    }

    static Problem otherId() {
        return Problem.badRequest("body-wrong", "请求的内容无法理解", "The request cannot be understood")
                .because("body.activity 与地址中的编号不同。", "body.activity is not the id of the address.").with("path", "body.activity");
    }
}
