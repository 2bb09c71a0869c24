package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An application for a licence, up to its acceptance. */
public sealed interface LicenceCommand extends CaseCommand {

    /** Take in an application. */
    record ReceiveApplication(Application application) implements LicenceCommand {}

    /** Decide about the application: exactly one outcome. */
    record DecideAcceptance(Acceptance acceptance) implements LicenceCommand {}

    /** The applicant supplements. */
    record ReplySupplement(Instant at, List<String> materials) implements LicenceCommand {
        public ReplySupplement {
            materials = List.copyOf(materials);
        }
    }

    /** The applicant withdraws. */
    record WithdrawApplication(LocalDate on, String reason) implements LicenceCommand {}
}
