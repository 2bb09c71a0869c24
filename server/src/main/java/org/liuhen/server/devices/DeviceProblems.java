package org.liuhen.server.devices;

import org.liuhen.core.devices.DeviceLifeRefusal;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.findings.MissingView;
import org.liuhen.server.http.Problem;
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
                    "no-such-point", "ground-not-allowed" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = Problem.refused(status, refusal);
        return refusal instanceof DeviceLifeRefusal ofLife && !ofLife.missing().isEmpty()
                ? problem.with("missing", ofLife.missing().stream().map(MissingView::of).toList())
                : problem;
    }

    /** The number as it is written on the device. */
    static DeviceNumber number(String text) {
        try {
            return new DeviceNumber(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("number-wrong", "设备编号不正确", "The device number is wrong")
                    .because("编号为 1 到 64 个字符，两端没有空格。", "It has 1 to 64 characters and no space at either end.");
        }
    }

    static Problem unknown() {
        return Problem.notFound("没有登记这台设备", "This device is not in the register").next("请核对设备编号。", "Check the device number.");
    }

    static Problem destroyed() {
        return Problem.of(HttpStatus.GONE, "device-destroyed", "设备的登记内容已依法销毁", "The registration of the device was destroyed by law");
    }

    static Problem notThen() {
        return Problem.notFound("当时还没有登记这台设备", "The device was not in the register at that moment")
                .next("请选择登记之后的时刻。", "Choose a moment after it was entered.");
    }

    static Problem ownOnly() {
        return Problem.of(HttpStatus.FORBIDDEN, "for-self-only", "只能查看本人用过的设备", "Officers see what they had themselves")
                .next("如确有需要，请设备保管人查询。", "If it is needed, ask the custodian.");
    }
}
