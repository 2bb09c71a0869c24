package org.liuhen.core.cases;

import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;

/** Decides: Stages, items, rights, recordings and defects. */
final class Processes {

    private Processes() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ProcessCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }
}
