package org.liuhen.core.devices.places;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.UnitCode;

/** Why a command on a place is not carried out. */
public record PlaceRefusal(String code, Bilingual what, Bilingual next) implements Refusal {

    private static PlaceRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new PlaceRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn));
    }

    static PlaceRefusal noSuchPlace() {
        return of("no-such-place", "没有登记这个场所。", "This place is not in the register.", "请从场所列表打开。", "Open it from the list of places.");
    }

    static PlaceRefusal destroyed() {
        return of("place-destroyed", "这个场所的登记内容已依法销毁。", "The registration of this place was destroyed by law.", "请重新登记该场所。",
                "Register the place anew.");
    }

    static PlaceRefusal alreadyRegistered() {
        return of("already-registered", "这个场所已经登记。", "This place is in the register already.", "请打开该场所修改。", "Open it and amend it.");
    }

    static PlaceRefusal personOnly() {
        return of("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }

    static PlaceRefusal empty(String zh, String en) {
        return of("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static PlaceRefusal noSuchUnit(UnitCode unit) {
        return of("no-such-unit", "没有登记这个机构：" + unit.value() + "。", "This unit is not in the register: " + unit.value() + ".", "请选择已登记的机构。",
                "Choose a unit of the register.");
    }

    static PlaceRefusal noHall() {
        return of("no-hall", "只有受理场所才可能在政务服务大厅。", "Only an acceptance place can be in the service hall.", "请去掉“在政务服务大厅”。",
                "Leave out the service hall.");
    }

    static PlaceRefusal inFuture(Object at) {
        return of("in-the-future", "时间在将来：" + at + "。", "This time is in the future: " + at + ".", "请核对时间和本机时钟。",
                "Check the time, and the clock of this machine.");
    }

    static PlaceRefusal contradictory(String zh, String en) {
        return of("contradictory", "时间前后矛盾：" + zh + "。", "The times contradict each other: " + en + ".", "请核对时间。", "Check the times.");
    }

    static PlaceRefusal noSuchDevice() {
        return of("no-such-device", "没有登记这台设备。", "This device is not in the register.", "请先在设备登记簿登记。", "Enter it in the register of devices first.");
    }

    static PlaceRefusal portable() {
        return of("portable", "这台设备是便携式的，不能固定在场所。", "This device is carried along; it does not stand in a place.",
                "请选择固定设备；登记有误的，先更正设备档案。", "Choose a fixed device, or correct what the register says of this one.");
    }

    static PlaceRefusal notWorking() {
        return of("not-working", "这台设备不在用：停用、送修、遗失或者已报废。", "This device is not in use: stopped, in repair, lost or retired.",
                "请先登记修好或者找回，或者选择另一台。", "Enter its repair or return first, or choose another one.");
    }

    static PlaceRefusal standsElsewhere() {
        return of("stands-elsewhere", "这台设备还登记在另一个场所。", "This device still stands in another place.", "请先在那个场所登记移走。",
                "Take it away there first.");
    }

    static PlaceRefusal notStanding() {
        return of("not-standing", "这个场所没有这台设备。", "This device does not stand here.", "请从该场所的设备中选择。", "Choose one that stands here.");
    }

    static PlaceRefusal closed() {
        return of("place-closed", "这个场所已停用。", "This place is not used any more.", "重新使用的，请重新登记。", "If it is used again, register it anew.");
    }

    static PlaceRefusal tooManyGaps(int most) {
        return of("content-too-large", "一次最多登记 " + most + " 处缺失。", "At most " + most + " gaps are entered at once.", "请分次登记。", "Enter them in parts.");
    }

    static PlaceRefusal tooManyDays(int most) {
        return of("too-many-days", "一次最多检查 " + most + " 天。", "At most " + most + " days are checked at once.", "请分次登记。", "Enter them in parts.");
    }
}
