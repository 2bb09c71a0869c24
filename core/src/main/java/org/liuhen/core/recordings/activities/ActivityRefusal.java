package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.UnitCode;

/**
 * Why a command on a field activity is not carried out.
 *
 * @param missing what an article asks for and is not there, each with its way out; empty where the command cannot be at all
 */
public record ActivityRefusal(String code, Bilingual what, Bilingual next, List<Missing> missing) implements Refusal {

    public ActivityRefusal {
        missing = List.copyOf(missing);
    }

    /** Something is missing that must be there before this step. */
    static ActivityRefusal incomplete(List<Missing> missing) {
        var first = missing.getFirst();
        var more = missing.size() - 1;
        var what = more == 0
                ? first.what()
                : new Bilingual(first.what().zh() + "（另有 " + more + " 项）", first.what().en() + " (and " + more + " more)");
        return new ActivityRefusal("incomplete", what, first.wayOut(), missing);
    }

    /** The same, for the article that says so; without one it stands for itself. */
    ActivityRefusal citing(Key duty, Optional<Authority> article) {
        var unmet = article.stream().map(authority -> new Missing(duty.value(), authority, what, next)).toList();
        return new ActivityRefusal(code, what, next, unmet);
    }

    private static ActivityRefusal impossible(String code, String zh, String en, String nextZh, String nextEn) {
        return new ActivityRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn), List.of());
    }

    static ActivityRefusal noSuchActivity() {
        return impossible("no-such-activity", "没有这个执法活动。", "There is no such activity.", "请从活动列表打开。", "Open it from the list of activities.");
    }

    static ActivityRefusal alreadyOpened() {
        return impossible("already-opened", "这个执法活动已经登记。", "This activity is open already.", "请打开该活动。", "Open that activity.");
    }

    static ActivityRefusal destroyed() {
        return impossible("activity-destroyed", "这个执法活动的内容已依法销毁。", "The contents of this activity were destroyed by law.",
                "请登记新的活动。", "Open another activity.");
    }

    static ActivityRefusal cancelled(String reason) {
        return impossible("activity-cancelled", "这个执法活动没有进行：" + reason + "。", "This activity did not take place: " + reason + ".",
                "请登记新的活动。", "Open another activity.");
    }

    static ActivityRefusal closed() {
        return impossible("activity-closed", "这个执法活动已经办结，不能再改。", "This activity is closed and cannot be changed.",
                "迟到的音像记录仍可归入；其他补充请写情况说明。", "Late recordings can still be filed; for anything else, state it in writing.");
    }

    static ActivityRefusal inFuture(Instant at) {
        return impossible("in-the-future", "时间在将来：" + at + "。", "This time is in the future: " + at + ".",
                "请核对时间和本机时钟。", "Check the time, and the clock of this machine.");
    }

    static ActivityRefusal contradictory(String zh, String en) {
        return impossible("contradictory", "时间前后矛盾：" + zh + "。", "The times contradict each other: " + en + ".", "请核对时间。",
                "Check the times.");
    }

    static ActivityRefusal empty(String zh, String en) {
        return impossible("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static ActivityRefusal noSuchUnit(UnitCode unit) {
        return impossible("no-such-unit", "没有登记这个机构：" + unit.value() + "。", "This unit is not in the register: " + unit.value() + ".",
                "请选择已登记的机构。", "Choose a unit of the register.");
    }

    static ActivityRefusal noOfficer() {
        return impossible("no-officer", "现场人员须是已登记执法证的执法人员。", "People on site are officers with a certificate in the register.",
                "请选择执法人员，或请管理员登记执法证。", "Choose officers, or have their certificates registered.");
    }

    static ActivityRefusal notThere() {
        return impossible("not-there", "只有参加这个活动的执法人员可以声明。", "Only officers of this activity can declare that.",
                "请由参加活动的执法人员办理，或先更正参加人员。", "Let an officer of the activity do it, or correct who took part.");
    }

    static ActivityRefusal notStarted() {
        return impossible("not-started", "活动还没有开始时间。", "The activity has no start yet.", "请先记录开始时间。", "Record the start first.");
    }

    static ActivityRefusal notGivenUp() {
        return impossible("not-given-up", "没有登记无法继续记录的情况。", "It is not recorded that recording could not go on.", "请先登记原因和报告情况。",
                "Record the cause and the report first.");
    }

    static ActivityRefusal groundNotAllowed(String ground) {
        return impossible("ground-not-allowed", "本机关的制度没有这一项不记录的理由：" + ground + "。",
                "The agency's regulation has no such ground for not recording: " + ground + ".", "请选择制度列明的理由；都不符合的，写明原因并作出情况说明。",
                "Choose a ground of the regulation; if none fits, state the reason in a defect statement.");
    }

    static ActivityRefusal notExempted() {
        return impossible("not-exempted", "没有登记不记录的理由。", "No ground for not recording is recorded.", "请先选择理由并写明事实。",
                "Choose the ground and state the facts first.");
    }

    static ActivityRefusal notAddressed() {
        return impossible("not-addressed", "工作记录是报送给另一位负责人的。", "The work record is addressed to another leader.", "请由收件的负责人办理。",
                "Let that leader take note.");
    }

    static ActivityRefusal notFiled() {
        return impossible("not-filed", "这份音像记录没有归入这个活动。", "This recording is not filed to this activity.", "请核对后重试。", "Check and try again.");
    }

    static ActivityRefusal notLinked() {
        return impossible("not-linked", "这份文书没有关联到这个活动。", "This document is not linked to this activity.", "请核对后重试。", "Check and try again.");
    }

    static ActivityRefusal receiptWrong(String where) {
        return impossible("receipt-wrong", "现场回执的内容不符合格式：" + where + "。",
                "The scene receipt is not of its format: " + where + ".",
                "请用本系统重新生成回执；程序请对照 docs/formats.md 第 22 节。",
                        "Make it again here; programs compare with docs/formats.md, section 22.");
    }

    static ActivityRefusal receiptOfAnotherAgency(String agency) {
        return impossible("receipt-of-another-agency", "这份现场回执是另一个机关的：" + agency + "。",
                "This scene receipt is of another agency: " + agency + ".", "请到出具回执的机关登记。",
                        "Lodge it with the agency that issued it.");
    }

    static ActivityRefusal receiptOfAnotherActivity() {
        return impossible("receipt-of-another-activity", "这份现场回执属于另一个执法活动。", "This scene receipt is of another activity.",
                "请在回执写明的活动中登记。", "Lodge it with the activity that it names.");
    }

    static ActivityRefusal codeTaken(String code) {
        return impossible("code-taken", "回执码 " + code + " 已登记了内容不同的另一份回执。",
                "The code " + code + " is that of another receipt with other contents.", "请重新生成一份回执交给当事人，并作出情况说明。",
                "Make a new receipt for the party, and state what happened.");
    }

    static ActivityRefusal tooManyReceipts(int most) {
        return impossible("too-many-receipts", "一个活动最多登记 " + most + " 份现场回执。",
                "An activity has at most " + most + " scene receipts.",
                "请核对是否重复生成。", "Check whether they were made more than once.");
    }

    static ActivityRefusal hasRecordings() {
        return impossible("has-recordings", "已有音像记录归入，不能按未进行处理。", "Recordings are filed to it: it took place.", "请先把误归的音像记录移出。",
                "Take out recordings that were filed by mistake first.");
    }

    static ActivityRefusal personOnly() {
        return impossible("person-only", "这一步须由人办理。", "A person must do this.", "请登录后办理。", "Sign in and do it.");
    }
}
