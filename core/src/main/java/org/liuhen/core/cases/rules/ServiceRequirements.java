package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** What a service of documents needs before it counts. */
public final class ServiceRequirements {

    /** All of them; each asks itself whether it is about the method. */
    public static final List<Requirement<ServiceStep>> ALL = List.of(
            new ServiceMethodNamed(), new ReceiptComplete(), new ServiceSignKinds(), new EntrustedServiceComplete(), new MailServiceKept(),
            new DirectServiceFailed(), new NoticeKept(), new LeftBehindComplete(), new LeftBehindRecorded(), new ElectronicServiceAllowed());

    private ServiceRequirements() {}

    /** What is missing. */
    public static List<Missing> missing(ServiceStep step, Rules rules) {
        return ALL.stream().flatMap(requirement -> requirement.missing(step, rules).stream()).toList();
    }
}
