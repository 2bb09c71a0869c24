package org.liuhen.core.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;

/** Decides: Approvals. */
final class Approvals {

    private Approvals() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ApprovalCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }

    static Begun evolve(Begun begun, ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.ApprovalRequested e ->
                    begun.with(e.approval(), new Approval(e, List.of(), Optional.empty(), Optional.empty()));
            case ApprovalEvent.OpinionGiven e -> known(begun, e.approval(), approval -> approval.with(e));
            case ApprovalEvent.ReviewAdopted e -> known(begun, e.approval(), approval -> approval.with(e));
            case ApprovalEvent.RequestWithdrawn e -> known(begun, e.approval(), approval -> approval.with(e));
            case ApprovalEvent.CollectivelyDiscussed e -> begun.with(e);
        };
    }

    /** Unknown only where the payload of the request was destroyed. */
    private static Begun known(Begun begun, ApprovalId id, UnaryOperator<Approval> change) {
        var approval = begun.approvals().get(id);
        return approval == null ? begun : begun.with(id, change.apply(approval));
    }
}
