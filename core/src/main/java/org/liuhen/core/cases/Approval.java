package org.liuhen.core.cases;

import java.util.List;
import java.util.Optional;

/** A request for approval (审批) and what was answered. */
public record Approval(
        ApprovalEvent.ApprovalRequested requested, List<ApprovalEvent.OpinionGiven> opinions,
        Optional<ApprovalEvent.ReviewAdopted> adopted, Optional<ApprovalEvent.RequestWithdrawn> withdrawn) {
    public Approval {
        opinions = List.copyOf(opinions);
    }

    /** How it stands. An objection of the legal review goes on when the handlers do not follow it, for the head to decide. */
    public ApprovalStanding standing() {
        if (withdrawn.isPresent()) return new ApprovalStanding.Withdrawn();
        for (var opinion : opinions) {
            if (opinion.verdict() == Verdict.RETURNED) return new ApprovalStanding.Returned();
            if (opinion.verdict() == Verdict.AGREED) continue;
            if (opinion.step() != ApprovalStep.LEGAL_REVIEW) return new ApprovalStanding.Refused();
            if (adopted.isEmpty()) return new ApprovalStanding.AdoptionDue();
            if (adopted.get().adopted()) return new ApprovalStanding.Returned();
        }
        var route = requested.route();
        return opinions.size() < route.size()
                ? new ApprovalStanding.Due(route.get(opinions.size()))
                : new ApprovalStanding.Approved(opinions.getLast().signedOn());
    }

    Approval with(ApprovalEvent.OpinionGiven opinion) {
        return new Approval(requested, Copies.add(opinions, opinion), adopted, withdrawn);
    }

    Approval with(ApprovalEvent.ReviewAdopted review) {
        return new Approval(requested, opinions, Optional.of(review), withdrawn);
    }

    Approval with(ApprovalEvent.RequestWithdrawn request) {
        return new Approval(requested, opinions, adopted, Optional.of(request));
    }
}
