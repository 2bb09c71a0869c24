package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An application for a licence, up to its acceptance. */
public sealed interface LicenceEvent extends CaseEvent {

    /** The application is in. */
    record ApplicationReceived(Application application) implements LicenceEvent {}

    /** The application has its outcome. */
    record AcceptanceDecided(Acceptance acceptance) implements LicenceEvent {}

    /** The applicant supplemented. */
    record SupplementReplied(Instant at, List<String> materials) implements LicenceEvent {
        public SupplementReplied {
            materials = List.copyOf(materials);
        }
    }

    /** The applicant withdrew. */
    record ApplicationWithdrawn(LocalDate on, String reason) implements LicenceEvent {}
}
