package org.liuhen.core.devices.needs;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on a unit's special need is not carried out. */
public record NeedRefusal(String code, Bilingual what, Bilingual next) implements Refusal {

    private static NeedRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new NeedRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn));
    }

    static NeedRefusal notStated() {
        return of("no-such-need", "这个机构没有登记特殊需要。", "No special need of this unit is entered.", "请先登记特殊需要。", "Enter it first.");
    }

    static NeedRefusal destroyed() {
        return of("need-destroyed", "这个机构登记的内容已依法销毁。", "What was entered of this unit was destroyed by law.", "只能查看销毁记录。",
                "Only the record of the destruction can be seen.");
    }

    static NeedRefusal personOnly() {
        return of("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }

    static NeedRefusal programOnly() {
        return of("program-only", "现有性能由系统统计。", "Only the program counts what devices can do.", "请登记设备档案。", "Describe the devices.");
    }

    static NeedRefusal noReason() {
        return of("empty", "工作内容不能为空。", "Please say what the work is.", "请填写需要特殊性能的执法工作。", "Fill in the work that needs it.");
    }
}
