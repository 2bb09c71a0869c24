package org.liuhen.core.devices.equipment;

import java.util.List;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on a unit's equipment is not carried out. */
public record EquipmentRefusal(String code, Bilingual what, Bilingual next, List<Missing> missing) implements Refusal {

    public EquipmentRefusal {
        missing = List.copyOf(missing);
    }

    private static EquipmentRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new EquipmentRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn), List.of());
    }

    /** An article stands against it. */
    static EquipmentRefusal incomplete(List<Missing> missing) {
        return new EquipmentRefusal("incomplete", missing.getFirst().what(), missing.getFirst().wayOut(), missing);
    }

    static EquipmentRefusal empty(String zh, String en) {
        return of("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static EquipmentRefusal inFuture(Object at) {
        return of("in-the-future", "时间在将来：" + at + "。", "This time is in the future: " + at + ".", "请核对时间和本机时钟。",
                "Check the time, and the clock of this machine.");
    }

    static EquipmentRefusal notFaulty(String facility) {
        return of("no-fault", "没有登记过这处设施的故障：" + facility + "。", "No fault of this facility is recorded: " + facility + ".", "请先登记故障，或者核对名称。",
                "Report the fault first, or check the name.");
    }

    static EquipmentRefusal personOnly() {
        return of("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }

    static EquipmentRefusal programOnly() {
        return of("program-only", "设备数量由系统统计。", "Only the program counts devices.", "请登记设备、人员或者工作量，系统会重新统计。",
                "Enter devices, people or the workload; it is counted anew.");
    }

    static EquipmentRefusal notCounted() {
        return of("not-counted", "这个机构还没有统计。", "This unit is not counted yet.", "请稍候再试；非执法机构不统计。",
                "Try again soon; units that enforce nothing are not counted.");
    }

    static EquipmentRefusal destroyed() {
        return of("equipment-destroyed", "统计的内容已依法销毁。", "The count was destroyed by law.", "只能查看销毁记录。",
                "Only the record of the destruction can be seen.");
    }
}
