package org.liuhen.core.recordings.handover;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on a month's hand-over is not carried out. */
public record HandOverRefusal(String code, Bilingual what, Bilingual next) implements Refusal {

    private static HandOverRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new HandOverRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn));
    }

    static HandOverRefusal noSuchHandOver() {
        return of("no-such-hand-over", "没有这个月的移交。", "There is no hand-over of that month.", "请从每月移交列表打开。", "Open it from the list.");
    }

    static HandOverRefusal alreadyOpened() {
        return of("already-opened", "这个月的移交已经开始。", "The hand-over of that month has begun already.", "请打开它。", "Open it.");
    }

    static HandOverRefusal destroyed() {
        return of("hand-over-destroyed", "移交的内容已依法销毁。", "The hand-over was destroyed by law.", "只能查看销毁记录。",
                "Only the record of the destruction can be seen.");
    }

    static HandOverRefusal programOnly() {
        return of("program-only", "每月移交由系统开始。", "Only the program begins a month.", "请稍候，月初会自动开始。", "Wait; it begins with the month.");
    }

    static HandOverRefusal personOnly() {
        return of("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }

    static HandOverRefusal notTheSpecialist() {
        return of("not-the-specialist", "移交清单由移交的专员本人确认。", "The specialist who hands over makes the list.", "请由本人办理。", "Let that person do it.");
    }

    static HandOverRefusal notTheOffice() {
        return of("not-the-office", "移交由办公室接收。", "The office receives it.", "请由办公室人员办理。", "Let somebody of the office do it.");
    }

    static HandOverRefusal ownMatter() {
        return of("own-matter", "移交人不能自己接收。", "Nobody receives what they hand over themselves.", "请由办公室其他人员接收。",
                "Let somebody else of the office receive it.");
    }

    static HandOverRefusal emptyList() {
        return of("empty", "清单里没有音像记录。", "The list has no recordings.", "请选择音像记录；没有可移交的，确认“本月无移交”。",
                "Choose recordings; where there are none, confirm that there is nothing.");
    }

    static HandOverRefusal tooLong(int most) {
        return of("content-too-large", "一份清单最多 " + most + " 条。", "A list has at most " + most + " lines.", "请分次移交。", "Hand over in parts.");
    }

    static HandOverRefusal notOffered() {
        return of("not-offered", "移交人还没有确认清单。", "The specialist has not made the list yet.", "请先由移交人确认清单，或者确认无移交。",
                "Let the specialist make the list first, or say that there is nothing.");
    }

    static HandOverRefusal alreadyReceived() {
        return of("already-received", "办公室已经接收。", "The office has received it.", "之后的音像记录列入下个月。", "Later recordings go into next month's list.");
    }

    static HandOverRefusal noReason() {
        return of("empty", "理由不能为空。", "Please fill in the reason.", "请填写理由。", "Fill it in.");
    }
}
