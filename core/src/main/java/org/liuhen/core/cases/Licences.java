package org.liuhen.core.cases;

import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;

/** Decides: Applications for a licence. */
final class Licences {

    private Licences() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, LicenceCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }
}
