package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.rules.Requirement;

/** Which requirements belong to which step of a coercive execution. */
public final class ExecutionSteps {

    /** 强制执行决定. */
    public static final List<Requirement<ExecutionStep>> DECISION =
            List.of(new DemandServed(), new StatementsReviewed(), new ExecutionPower());

    /** 申请法院强制执行. */
    public static final List<Requirement<ExecutionStep>> COURT = List.of(new DemandServed());

    /** 强制执行的实施. */
    public static final List<Requirement<ExecutionStep>> EXECUTION = List.of(new ExecutionDocumented(), new ExecutionPower());

    private ExecutionSteps() {}
}
