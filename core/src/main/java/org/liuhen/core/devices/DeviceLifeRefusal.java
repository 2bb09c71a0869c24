package org.liuhen.core.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.UnitCode;

/**
 * Why a command in the life of a device is not carried out.
 *
 * @param missing what an article asks for and is not there, each with its way out; empty where the command cannot be at all
 */
public record DeviceLifeRefusal(String code, Bilingual what, Bilingual next, List<Missing> missing) implements Refusal {

    public DeviceLifeRefusal {
        missing = List.copyOf(missing);
    }

    /** An article stands against it. */
    static DeviceLifeRefusal incomplete(List<Missing> missing) {
        return new DeviceLifeRefusal("incomplete", missing.getFirst().what(), missing.getFirst().wayOut(), missing);
    }

    private static DeviceLifeRefusal impossible(String code, String zh, String en, String nextZh, String nextEn) {
        return new DeviceLifeRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn), List.of());
    }

    static DeviceLifeRefusal noSuchDevice() {
        return impossible("no-such-device", "没有登记这台设备。", "This device is not in the register.", "请核对设备编号，或者先登记该设备。",
                "Check the device number, or register the device first.");
    }

    static DeviceLifeRefusal destroyed() {
        return impossible("device-destroyed", "这台设备的登记内容已依法销毁。", "The registration of this device was destroyed by law.",
                "请重新登记该设备。", "Register the device anew.");
    }

    static DeviceLifeRefusal personOnly() {
        return impossible("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }

    static DeviceLifeRefusal empty(String zh, String en) {
        return impossible("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static DeviceLifeRefusal inFuture(Object at) {
        return impossible("in-the-future", "时间在将来：" + at + "。", "This time is in the future: " + at + ".", "请核对时间和本机时钟。",
                "Check the time, and the clock of this machine.");
    }

    static DeviceLifeRefusal contradictory(String zh, String en) {
        return impossible("contradictory", "时间前后矛盾：" + zh + "。", "The times contradict each other: " + en + ".", "请核对时间。",
                "Check the times.");
    }

    static DeviceLifeRefusal badFields(String zh, String en) {
        return impossible("bad-fields", zh + "。", en + ".", "请更正后重试。", "Correct it and try again.");
    }

    static DeviceLifeRefusal noSuchUnit(UnitCode unit) {
        return impossible("no-such-unit", "没有登记这个机构：" + unit.value() + "。", "This unit is not in the register: " + unit.value() + ".",
                "请选择已登记的机构。", "Choose a unit of the register.");
    }

    static DeviceLifeRefusal noSuchPerson() {
        return impossible("no-such-person", "本机关没有登记这个人。", "This person is not in the register of the agency.", "请选择已登记的人员。",
                "Choose somebody of the register.");
    }

    static DeviceLifeRefusal notAnOfficer() {
        return impossible("no-officer", "设备只能交给已登记执法证的执法人员。", "Devices are given to officers with a certificate in the register.",
                "请选择执法人员，或者请管理员登记执法证。", "Choose an officer, or have the certificate registered.");
    }

    static DeviceLifeRefusal forSelfOnly() {
        return impossible("for-self-only", "执法人员只能为本人办理。", "Officers do this for themselves only.", "请由本人、设备保管人或者机构负责人办理。",
                "Let that officer, the custodian or the head of the unit do it.");
    }

    static DeviceLifeRefusal alreadyOut(Officer user, Instant since, List<Missing> missing) {
        return new DeviceLifeRefusal("already-out",
                new Bilingual("设备已由" + user.name() + "领用。", "The device is out with " + user.name() + " since " + since + "."),
                new Bilingual("请先归还；仍在外的，可经批准转交。", "Return it first, or reassign it while it is out."), missing);
    }

    static DeviceLifeRefusal wasOut(Officer user, List<Missing> missing) {
        return new DeviceLifeRefusal("already-out",
                new Bilingual("设备当时由" + user.name() + "领用。", "The device was out with " + user.name() + " at that time."),
                new Bilingual("请核对领用时间。", "Check the time of the check-out."), missing);
    }

    static DeviceLifeRefusal stopped(List<Missing> missing) {
        return new DeviceLifeRefusal("device-stopped",
                new Bilingual("设备有故障，已停用。", "The device has a fault and is not used."),
                new Bilingual("请领用另一台；修好或者检查正常的，先登记维修结果。",
                        "Take another one; if it was repaired or found in order, enter that first."), missing);
    }

    static DeviceLifeRefusal away(String firm) {
        return impossible("device-in-repair", "设备正在维修：" + firm + "。", "The device is being repaired: " + firm + ".", "请先登记维修结果。",
                "Enter the result of the repair first.");
    }

    static DeviceLifeRefusal lost() {
        return impossible("device-lost", "设备已登记遗失或者被盗。", "The device is reported lost or stolen.", "找回的，请先登记找回。",
                "If it was found, enter that first.");
    }

    static DeviceLifeRefusal retired() {
        return impossible("device-retired", "设备已报废停用。", "The device is retired.", "请使用另一台设备。", "Use another device.");
    }

    static DeviceLifeRefusal notOut() {
        return impossible("not-out", "设备没有被领用。", "The device is not out.", "请先登记领用。", "Check it out first.");
    }

    /** @param article that gives the time of storing, where one does */
    static DeviceLifeRefusal noException(Optional<String> article) {
        return impossible("no-exception", "本机关的制度" + article.map(id -> "（" + id + "）").orElse("") + "没有规定延后储存的情形。",
                "The agency's text" + article.map(id -> " (" + id + ")").orElse("") + " knows no exception to storing in time.",
                "请按时移交入库；设备故障、没有网络等原因，请登记“说明原因”。", "Hand it in in time; where a device failed or there is no network, state that as an excuse.");
    }

    static DeviceLifeRefusal groundNotAllowed(List<String> grounds) {
        return impossible("ground-not-allowed", "这不是本机关制度规定的情形。", "The agency's text does not name this ground.",
                "可选的情形：" + String.join("、", grounds) + "。", "Grounds that it names: " + String.join(", ", grounds) + ".");
    }

    static DeviceLifeRefusal noDelay() {
        return impossible("no-delay", "没有登记过延后储存的情形。", "No exception to storing in time was entered.", "请先登记情形。", "Enter the exception first.");
    }

    static DeviceLifeRefusal stillOut(Officer user) {
        return impossible("still-out", "设备仍由" + user.name() + "领用。", "The device is still out with " + user.name() + ".",
                "请先归还；找不到的，登记遗失。", "Return it first; if it cannot be found, report its loss.");
    }

    static DeviceLifeRefusal notFaulty() {
        return impossible("no-fault", "没有登记过故障。", "No fault is recorded.", "请先登记故障。", "Report the fault first.");
    }

    static DeviceLifeRefusal notLost() {
        return impossible("not-lost", "设备没有登记遗失。", "The device is not reported lost.", "请核对设备编号。", "Check the device number.");
    }

    static DeviceLifeRefusal notBought() {
        return impossible("not-bought", "没有登记购置情况。", "No purchase is recorded.", "请先由办公室登记购置。", "Let the office enter the purchase first.");
    }

    static DeviceLifeRefusal noSuchPoint(String point) {
        return impossible("no-such-point", "没有这一项技术要求：" + point + "。", "There is no such technical demand: " + point + ".",
                "请从所列项目中选择。", "Choose from the list.");
    }
}
