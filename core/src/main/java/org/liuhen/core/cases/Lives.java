package org.liuhen.core.cases;

import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;

/** Decides: Opening, people, interruption and end. */
final class Lives {

    private Lives() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, LifeCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }

    static Decision<CaseEvent, CaseRefusal> open(LifeCommand.OpenCase c, CaseContext context) {
        var rules = context.rules();
        if (rules == null) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + c, "Not decided yet: " + c, "请稍后再试。",
                "Try again later."));
    }
}
