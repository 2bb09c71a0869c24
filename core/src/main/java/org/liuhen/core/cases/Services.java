package org.liuhen.core.cases;

import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;

/** Decides: Service of documents (送达). */
final class Services {

    private Services() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ServiceCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }

    static Begun evolve(Begun begun, ServiceEvent event) {
        return switch (event) {
            case ServiceEvent.ServiceRecorded e -> begun.with(e.service(), new ServiceRecord(e.facts(), new ServiceOutcome.Pending()));
            case ServiceEvent.DocumentsServed e ->
                    ended(begun, e.service(), new ServiceOutcome.Served(e.documents(), e.on(), e.defective()));
            case ServiceEvent.ServiceFailed e -> ended(begun, e.service(), new ServiceOutcome.Failed(e.reason()));
        };
    }

    /** Unknown only where the payload of its facts was destroyed. */
    private static Begun ended(Begun begun, ServiceId id, ServiceOutcome outcome) {
        var service = begun.services().get(id);
        return service == null ? begun : begun.with(id, new ServiceRecord(service.facts(), outcome));
    }
}
