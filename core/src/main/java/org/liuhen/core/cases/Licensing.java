package org.liuhen.core.cases;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.LicenceEvent.ApplicationWithdrawn;
import org.liuhen.core.cases.LicenceEvent.SupplementReplied;

/** An application, its outcomes and its supplements. */
public record Licensing(
        Optional<Application> application, List<Acceptance> outcomes, List<SupplementReplied> replies,
        Optional<ApplicationWithdrawn> withdrawn) {

    public Licensing {
        outcomes = List.copyOf(outcomes);
        replies = List.copyOf(replies);
    }

    static Licensing none() {
        return new Licensing(Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    Licensing with(LicenceEvent event) {
        return switch (event) {
            case LicenceEvent.ApplicationReceived e -> new Licensing(Optional.of(e.application()), outcomes, replies, withdrawn);
            case LicenceEvent.AcceptanceDecided e -> new Licensing(application, Copies.add(outcomes, e.acceptance()), replies, withdrawn);
            case SupplementReplied e -> new Licensing(application, outcomes, Copies.add(replies, e), withdrawn);
            case ApplicationWithdrawn e -> new Licensing(application, outcomes, replies, Optional.of(e));
        };
    }
}
