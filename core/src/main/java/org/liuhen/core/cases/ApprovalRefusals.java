package org.liuhen.core.cases;

import org.liuhen.core.values.Bilingual;

/** Why a command on an approval cannot be at all. */
final class ApprovalRefusals {

    private ApprovalRefusals() {}

    static CaseRefusal noSuchRequest() {
        return CaseRefusal.impossible("no-such-request", "没有这项审批。", "There is no such request.", "请刷新后再试。",
                "Reload the case and try again.");
    }

    static CaseRefusal alreadyRequested() {
        return CaseRefusal.impossible("already-requested", "同一事项已经提交审批。", "The same matter has been handed in.",
                "请等待审批，或者先撤回。", "Wait for the answer, or take the request back first.");
    }

    static CaseRefusal nothingDue(ApprovalStanding standing) {
        return switch (standing) {
            case ApprovalStanding.AdoptionDue _ -> CaseRefusal.impossible("adoption-due", "法制审核提出了意见，尚未写明是否采纳。",
                    "The legal review objects; nobody has said yet whether it is followed.", "请承办人先写明是否采纳及理由。",
                    "Let the handlers say so, with their reason.");
            case ApprovalStanding.Returned _ -> CaseRefusal.impossible("returned", "该审批已经退回承办人。",
                    "The request was returned to the handlers.",
                    "请承办人修改后重新提交。", "Let them amend it and hand it in again.");
            case ApprovalStanding.Approved _, ApprovalStanding.Refused _ ->
                    CaseRefusal.impossible("already-answered", "该审批已经有结果。",
                    "The request has been answered.", "需要再次审批的，另行提交。", "Hand in another one if needed.");
            case ApprovalStanding.Withdrawn _ -> CaseRefusal.impossible("withdrawn", "该审批已经撤回。", "The request was taken back.",
                    "需要审批的，重新提交。", "Hand in another one if needed.");
            case ApprovalStanding.Due _ -> throw new IllegalArgumentException("somebody answers it");
        };
    }

    static CaseRefusal ownRequest() {
        return CaseRefusal.impossible("own-request", "不能审批自己提交或者承办的事项。",
                "Nobody approves a request of their own, or in a case that they handle.", "请由其他有权人员（或者当日代行职责的人）审批。",
                "Let another person answer it, or whoever stands in on that day.");
    }

    static CaseRefusal notYours(ApprovalStep step) {
        var who = switch (step) {
            case UNIT_HEAD -> new Bilingual("承办机构负责人", "the unit's head");
            case LEGAL_REVIEW -> new Bilingual("法制审核人员", "a legal reviewer");
            case AGENCY_HEAD -> new Bilingual("机关负责人", "a person in charge of the agency");
        };
        return CaseRefusal.impossible("not-your-step", "这一步须由" + who.zh() + "（或者当日代行职责的人）签署。",
                "At this step " + who.en() + " answers, or whoever stands in on that day.", "请送有权人员签署。",
                        "Let one of them answer.");
    }

    static CaseRefusal noReview() {
        return CaseRefusal.impossible("no-review", "尚无法制审核意见。", "There is no opinion of the legal review yet.", "请先送法制审核。",
                "Have it reviewed first.");
    }

    static CaseRefusal reviewerHandles() {
        return CaseRefusal.impossible("reviewer-handles", "审核人是本案承办人，不能审核本案。",
                "The reviewer handles the case and cannot review it.",
                "请另定审核人。", "Name another reviewer.");
    }
}
