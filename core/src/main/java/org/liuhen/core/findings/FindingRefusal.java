package org.liuhen.core.findings;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on a finding is not carried out. */
public record FindingRefusal(String code, Bilingual what, Bilingual next) implements Refusal {

    private static FindingRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new FindingRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn));
    }

    static FindingRefusal programOnly() {
        return of("program-only", "问题由系统评定后提出或者消除。", "Findings are raised and cleared by the program.", "请说明情况或者申诉。",
                "Explain the finding, or appeal.");
    }

    static FindingRefusal personOnly() {
        return of("person-only", "须由具名人员办理。", "A named person must do this.", "请登录后办理。", "Sign in first.");
    }

    static FindingRefusal noSuchFinding() {
        return of("no-such-finding", "没有这个问题。", "There is no such finding.", "请刷新后再试。", "Reload and try again.");
    }

    static FindingRefusal findingCleared() {
        return of("finding-cleared", "这个问题已经消除。", "This finding is cleared.", "无需说明。", "Nothing more is needed.");
    }

    static FindingRefusal notNamed() {
        return of("not-named", "只有承办人或者问题所涉人员可以说明。", "The handlers and those whom the finding names explain it.", "请由有关人员登录说明。",
                "Let one of them sign in.");
    }

    static FindingRefusal empty(String zh, String en) {
        return of("empty", zh + "不能为空。", "Please fill in " + en + ".", "请填写" + zh + "。", "Fill it in.");
    }

    static FindingRefusal explanationAccepted() {
        return of("explanation-accepted", "说明已被采纳。", "The explanation is accepted.", "无需再次说明。", "Nothing more is needed.");
    }

    static FindingRefusal notLegalSection() {
        return of("not-legal-section", "须由法制机构或者监督机构判定。", "The legal section or the supervision must judge it.", "请送法制机构。",
                "Send it to the legal section.");
    }

    static FindingRefusal notInCharge() {
        return of("not-in-charge", "须由行政机关负责人决定。", "A person in charge of the agency must decide it.", "请由机关负责人登录后决定。",
                "Let a person in charge sign in.");
    }

    static FindingRefusal ownMatter() {
        return of("own-matter", "不能判定本人办理、说明或者申诉的事项。", "Nobody decides what they did, explained or appealed themselves.", "请由另一人办理。",
                "Let somebody else do it.");
    }

    static FindingRefusal notExplained() {
        return of("not-explained", "这个问题还没有说明。", "This finding is not explained yet.", "请先由有关人员说明。", "Let somebody explain it first.");
    }

    static FindingRefusal alreadyJudged() {
        return of("already-judged", "说明已经判定。", "The explanation is judged already.", "不服的，可以申诉。", "An appeal is possible.");
    }

    static FindingRefusal notRejected() {
        return of("not-rejected", "说明没有被否定，不能申诉。", "Only a rejected explanation can be appealed against.", "请先说明，等待判定。",
                "Explain it first, and wait for the judgement.");
    }

    static FindingRefusal alreadyAppealed() {
        return of("already-appealed", "已经申诉。", "There is an appeal already.", "请等待申诉决定。", "Wait for its decision.");
    }

    static FindingRefusal notAppealed() {
        return of("not-appealed", "没有待决定的申诉。", "There is no appeal.", "请刷新后再试。", "Reload and try again.");
    }

    static FindingRefusal appealDecided() {
        return of("appeal-decided", "申诉已经决定。", "The appeal is decided already.", "无需再次决定。", "Nothing more is needed.");
    }
}
