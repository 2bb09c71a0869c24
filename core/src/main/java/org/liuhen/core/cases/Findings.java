package org.liuhen.core.cases;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Decision;

/** Decides: The life of findings. */
final class Findings {

    private Findings() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, FindingCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }

    static Begun evolve(Begun begun, FindingEvent event, Instant recordedAt) {
        return switch (event) {
            case FindingEvent.FindingRaised e -> begun.with(e.finding().key(), FindingLife.raised(e.finding(), recordedAt));
            case FindingEvent.FindingCleared e -> known(begun, e.finding(), finding -> finding.cleared(recordedAt));
            case FindingEvent.FindingExplained e -> known(begun, e.finding(), finding -> finding.with(e));
            case FindingEvent.ExplanationJudged e -> known(begun, e.finding(), finding -> finding.with(e));
            case FindingEvent.FindingAppealed e -> known(begun, e.finding(), finding -> finding.with(e));
            case FindingEvent.AppealDecided e -> known(begun, e.finding(), finding -> finding.with(e));
        };
    }

    /** Unknown only where the payload of its raising was destroyed. */
    private static Begun known(Begun begun, FindingKey key, UnaryOperator<FindingLife> change) {
        var finding = begun.findings().get(key);
        return finding == null ? begun : begun.with(key, change.apply(finding));
    }
}
