package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.UnitCode;

/** Why a command on a case cannot be at all, whatever an article says. */
final class Refusals {

    private Refusals() {}

    static CaseRefusal inFuture(Instant at) {
        return CaseRefusal.impossible("in-the-future", "时间在将来：" + at + "。", "This time is in the future: " + at + ".",
                "请核对时间和本机时钟。", "Check the time, and the clock of this machine.");
    }

    static CaseRefusal dayInFuture(LocalDate on) {
        return CaseRefusal.impossible("in-the-future", "日期在将来：" + on + "。", "This day is in the future: " + on + ".", "请核对日期。",
                "Check the day.");
    }

    static CaseRefusal beforeOpening(LocalDate on) {
        return CaseRefusal.impossible("before-opening", "日期早于案件登记之日：" + on + "。", "This day is before the case was opened: " + on + ".",
                "请核对日期。", "Check the day.");
    }

    static CaseRefusal contradictory(String zh, String en) {
        return CaseRefusal.impossible("contradictory", "时间前后矛盾：" + zh + "。", "The times contradict each other: " + en + ".",
                "请核对时间。", "Check the times.");
    }

    static CaseRefusal empty(String zh, String en) {
        return CaseRefusal.impossible("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static CaseRefusal noSuchUnit(UnitCode unit) {
        return CaseRefusal.impossible("no-such-unit", "没有登记这个机构：" + unit.value() + "。", "This unit is not in the register: " + unit.value() + ".",
                "请选择已登记的机构。", "Choose a unit of the register.");
    }

    static CaseRefusal noOfficer() {
        return CaseRefusal.impossible("no-officer", "办案人员须是已登记执法证的执法人员。", "Handlers are officers with a certificate in the register.",
                "请选择执法人员，或请管理员登记执法证。", "Choose officers, or have their certificates registered.");
    }

    static CaseRefusal alreadyOpened() {
        return CaseRefusal.impossible("already-opened", "这个案件已经登记。", "This case is open already.", "请打开该案件。", "Open that case.");
    }

    static CaseRefusal ended(LocalDate on) {
        return CaseRefusal.impossible("case-ended", "案件已于 " + on + " 办结。", "The case ended on " + on + ".",
                "确需继续办理的，请先恢复办理并说明理由。", "Reopen the case first, with a reason.");
    }

    static CaseRefusal notEnded() {
        return CaseRefusal.impossible("not-ended", "案件尚未办结。", "The case has not ended.", "可以直接继续办理。", "Go on with the case.");
    }

    static CaseRefusal suspended() {
        return CaseRefusal.impossible("case-suspended", "案件已中止。", "The case is interrupted.", "请先恢复办理。", "Resume the case first.");
    }

    static CaseRefusal alreadySuspended() {
        return CaseRefusal.impossible("already-suspended", "案件已经中止。", "The case is interrupted already.", "无需再次中止。",
                "Nothing more is needed.");
    }

    static CaseRefusal notSuspended() {
        return CaseRefusal.impossible("not-suspended", "案件没有中止。", "The case is not interrupted.", "可以直接继续办理。", "Go on with the case.");
    }

    static CaseRefusal mergedIntoItself() {
        return CaseRefusal.impossible("merged-into-itself", "案件不能并入自身。", "A case cannot be merged into itself.", "请选择另一个案件。",
                "Choose another case.");
    }

    static CaseRefusal splitIntoItself() {
        return CaseRefusal.impossible("split-into-itself", "案件不能分出自身。", "A case cannot be split into itself.", "请填写新案的编号。",
                "Give the new case.");
    }

    static CaseRefusal beforeResumption() {
        return contradictory("早于上次中止后恢复办理的日期", "before the day on which the case was resumed after its last interruption");
    }

    static CaseRefusal recused(String name) {
        return CaseRefusal.impossible("recused", name + "已经回避，不能办理本案。", name + " was recused and cannot act in this case.",
                "请另派执法人员。", "Assign another officer.");
    }

    static CaseRefusal noHandler() {
        return CaseRefusal.impossible("no-handler", "此人不是本案承办人。", "This person does not handle the case.", "请选择承办人。",
                "Choose one of the handlers.");
    }

    static CaseRefusal noRequest() {
        return CaseRefusal.impossible("no-request", "没有待决定的回避申请。", "There is no open request for recusal.", "请先登记回避申请。",
                "Take down the request first.");
    }

    static CaseRefusal ownMatter() {
        return CaseRefusal.impossible("own-matter", "不能决定与自己有关的事项。", "Nobody decides in a matter of their own.", "请由机关其他负责人决定。",
                "Let another person in charge decide.");
    }

    static CaseRefusal notInCharge() {
        return CaseRefusal.impossible("not-in-charge", "须由机关负责人决定。", "A person in charge of the agency must decide.", "请送机关负责人。",
                "Send it to a person in charge.");
    }

    static CaseRefusal noSuchDocument() {
        return CaseRefusal.impossible("no-such-document", "本案没有这份文书。", "The case has no such document.", "请刷新后再试。",
                "Reload the case and try again.");
    }

    static CaseRefusal noSuchRecording() {
        return CaseRefusal.impossible("no-such-recording", "这份音像记录没有归入本案。", "This recording is not filed to the case.",
                "请先把音像记录归入本案。", "File the recording to the case first.");
    }

    static CaseRefusal tooMany(int most) {
        return CaseRefusal.impossible("too-many", "最多 " + most + " 项。", "At most " + most + ".", "请减少项数。", "Give fewer.");
    }

    static CaseRefusal notByOneself() {
        return CaseRefusal.impossible("not-by-oneself", "情况说明须由说明人本人提交。", "A defect statement is made by one of those who sign it.",
                "请由说明人本人登录提交。", "Let one of them sign in and state it.");
    }

    static CaseRefusal noApplication() {
        return CaseRefusal.impossible("no-application", "尚未登记申请。", "No application is taken in.", "请先登记收到的申请材料。",
                "Take in the application first.");
    }

    static CaseRefusal outcomeDecided() {
        return CaseRefusal.impossible("outcome-decided", "该申请已有处理结果，只能有一种。", "The application has its outcome already; there is exactly one.",
                "申请人重新申请的，请另行登记。", "A later application is a new one.");
    }

    static CaseRefusal notOnApplication() {
        return CaseRefusal.impossible("not-on-application", "本案不是依申请启动的。", "This case was not begun on application.", "请核对启动方式。",
                "Check how the case was begun.");
    }

    static CaseRefusal noSuchService() {
        return CaseRefusal.impossible("no-such-service", "没有这次送达。", "There is no such service of documents.", "请先登记送达情况。",
                "Take down the service first.");
    }

    static CaseRefusal serviceEnded() {
        return CaseRefusal.impossible("service-ended", "这次送达已经有结果。", "This service of documents has its outcome.", "需要再次送达的，请另行登记。",
                "Take down another service.");
    }

    static CaseRefusal notFinal(Bilingual title) {
        return CaseRefusal.impossible("not-final", "《" + title.zh() + "》尚未定稿，不能送达。", "“" + title.en() + "” is not final and cannot be served.",
                "请先定稿。", "Make it final first.");
    }

    static CaseRefusal secondaryVolume(Bilingual title) {
        return CaseRefusal.impossible("secondary-volume", "《" + title.zh() + "》归入副卷，不得送达。",
                "“" + title.en() + "” stands in the secondary volume and never reaches a party.", "请从所送达的文书中去掉它。",
                "Take it off the list of documents served.");
    }

    static CaseRefusal alreadyTaken() {
        return CaseRefusal.impossible("already-taken", "已经登记，内容不同。", "It is taken down already, with other facts.", "请核对；需要更正的，另行登记。",
                "Check it; take down another one if needed.");
    }

    static CaseRefusal noSuchAct() {
        return CaseRefusal.impossible("no-such-act", "没有这项登记。", "There is no such entry.", "请刷新后再试。", "Reload the case and try again.");
    }

    static CaseRefusal measureEnded() {
        return CaseRefusal.impossible("measure-ended", "该措施已经全部解除或者处理。", "This measure has ended.", "无需再次登记。", "Nothing more is needed.");
    }

    static CaseRefusal notInInventory() {
        return CaseRefusal.impossible("not-in-inventory", "物品不在清单上。", "Not in the inventory.", "请从清单中选择。", "Choose from the inventory.");
    }

    static CaseRefusal noAmount() {
        return CaseRefusal.impossible("no-amount", "金额格式不对。", "This is not an amount.", "请填写数字，最多两位小数，例如 5000 或 129.50。",
                "Give a number with at most two decimals, for example 5000 or 129.50.");
    }
}
