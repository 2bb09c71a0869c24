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
