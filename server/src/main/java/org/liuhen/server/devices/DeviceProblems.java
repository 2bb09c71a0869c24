package org.liuhen.server.devices;

import org.liuhen.core.devices.DeviceLifeRefusal;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.findings.MissingView;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;

/** Refusals of devices as answers: each missing thing with its article and its way out. */
final class DeviceProblems {

    private DeviceProblems() {}

    static Problem of(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-device" -> HttpStatus.NOT_FOUND;
            case "device-destroyed" -> HttpStatus.GONE;
            case "for-self-only" -> HttpStatus.FORBIDDEN;
            case "incomplete", "bad-fields", "empty", "contradictory", "in-the-future", "no-such-unit", "no-such-person", "no-officer",
                    "no-such-point" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = Problem.refused(status, refusal);
        return refusal instanceof DeviceLifeRefusal ofLife && !ofLife.missing().isEmpty()
                ? problem.with("missing", ofLife.missing().stream().map(MissingView::of).toList())
                : problem;
    }

    static Problem unknown() {
        return Problem.notFound("没有登记这台设备", "This device is not in the register").next("请核对设备编号。", "Check the device number.");
    }

    static Problem destroyed() {
        return Problem.of(HttpStatus.GONE, "device-destroyed", "设备的登记内容已依法销毁", "The registration of the device was destroyed by law");
    }

    static Problem notYet() {
        return Problem.badRequest("parameter-wrong", "查询条件无法理解", "A parameter is not understood")
                .because("“asAt”在将来，届时的情况尚不可知。", "\"asAt\" is in the future, and nobody knows it.")
                .next("请选择不晚于现在的时刻。", "Choose a moment up to now.").with("parameter", "asAt");
    }

    static Problem notThen() {
        return Problem.notFound("当时还没有登记这台设备", "The device was not in the register at that moment")
                .next("请选择登记之后的时刻。", "Choose a moment after it was entered.");
    }

    static Problem movedOn(long found) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "overtaken", "设备登记已被他人更新", "Somebody else was faster")
                .next("您填写的内容已保留，请刷新后再试。", "What you typed is kept; reload and try again.").with("version", found);
    }

    static Problem tooLarge() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "content-too-large", "一次登记的内容过多", "Too much for one entry")
                .because("一次登记最多 " + Journal.PAYLOAD_LIMIT_BYTES / 1024 + " KiB。", "One entry has at most " + Journal.PAYLOAD_LIMIT_BYTES / 1024 + " KiB.")
                .next("请缩短文字。您填写的内容已保留。", "Shorten the text. What you typed is kept.");
    }

    static Problem noSuchAct() {
        return Problem.notFound("没有这种操作", "There is no such act").next("请刷新页面；程序请对照 docs/formats.md。", "Reload the page; programs compare with docs/formats.md.");
    }

    static Problem notForThisRole() {
        return Problem.of(HttpStatus.FORBIDDEN, "not-allowed", "您的角色不能进行此操作", "Your roles do not allow this")
                .next("如确有需要，请由本机关有相应职责的人员办理。", "If it is needed, ask somebody of your agency whose duty it is.");
    }

    static Problem ownOnly() {
        return Problem.of(HttpStatus.FORBIDDEN, "for-self-only", "只能查看本人用过的设备", "Officers see what they had themselves")
                .next("如确有需要，请设备保管人查询。", "If it is needed, ask the custodian.");
    }
}
