package org.liuhen.core.cases.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.AcceptanceOutcome;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Law;

/** What became of an application for a licence, and when. */
final class Applications {

    /** What findings about the application are about. */
    static final String SUBJECT = "application";

    private static final Set<AcceptanceOutcome> ACCEPTED =
            EnumSet.of(AcceptanceOutcome.ACCEPT, AcceptanceOutcome.ACCEPT_WITH_VERIFICATION, AcceptanceOutcome.CORRECT_ON_SPOT);

    private Applications() {}

    /** The day of the first supplement notice. */
    static Optional<LocalDate> firstSupplement(Begun begun, Law law) {
        return begun.licensing().outcomes().stream()
                .filter(outcome -> outcome.outcome() == AcceptanceOutcome.SUPPLEMENT)
                .map(outcome -> Moments.day(outcome.at(), law))
                .min(LocalDate::compareTo);
    }

    /** The day of the acceptance. */
    static Optional<LocalDate> accepted(Begun begun, Law law) {
        return begun.licensing().outcomes().stream()
                .filter(outcome -> ACCEPTED.contains(outcome.outcome()))
                .map(outcome -> Moments.day(outcome.at(), law))
                .min(LocalDate::compareTo);
    }

    /** Whether nothing is owed to the applicant any more at this step. */
    static boolean settled(Begun begun) {
        var licensing = begun.licensing();
        return !licensing.outcomes().isEmpty() || licensing.withdrawn().isPresent() || Moments.endedOn(begun).isPresent();
    }
}
