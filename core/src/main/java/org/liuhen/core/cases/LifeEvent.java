package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** Opening, people, interruption and end of a case. */
public sealed interface LifeEvent extends CaseEvent {

    /**
     * The case is open.
     *
     * @param profile digest of the agency's profile in force on that day
     */
    record CaseOpened(
            CaseId id,
            CaseKind kind,
            Procedure procedure,
            Origin origin,
            String subject,
            UnitCode unit,
            List<Officer> handlers,
            Optional<String> procedureRules,
            Optional<UnitCode> entrustedBody,
            Instant at,
            Digest profile)
            implements LifeEvent {
        public CaseOpened {
            handlers = List.copyOf(handlers);
        }
    }

    /** A party is named; the newest facts of a party count. */
    record PartyNamed(Party party) implements LifeEvent {}

    /** Where the matter came from is stated. */
    record SourceStated(Source source) implements LifeEvent {}

    /** These officers handle the case from now on. */
    record HandlersChanged(List<Officer> handlers, String reason) implements LifeEvent {
        public HandlersChanged {
            handlers = List.copyOf(handlers);
        }
    }

    /** Somebody asked that an officer does not handle the case. */
    record RecusalRequested(PersonId officer, boolean byParty, String ground, LocalDate on) implements LifeEvent {}

    /** The request is decided; when granted, the officer is no handler any more. */
    record RecusalDecided(PersonId officer, boolean granted, String reason, PersonId by, LocalDate on) implements LifeEvent {}

    /** What the case needs is marked. */
    record CaseFlagged(Flags flags, String ground) implements LifeEvent {}

    /** The case is interrupted. */
    record CaseSuspended(String reason, LocalDate on) implements LifeEvent {}

    /** The case goes on. */
    record CaseResumed(LocalDate on) implements LifeEvent {}

    /** Another authority has the case. */
    record CaseTransferred(String to, String reason, LocalDate on) implements LifeEvent {}

    /** The case goes on in another one. */
    record CaseMerged(CaseId into, String reason, LocalDate on) implements LifeEvent {}

    /** A matter went on in a new case. */
    record CaseSplit(CaseId newCase, String reason, LocalDate on) implements LifeEvent {}

    /** The case has ended. */
    record CaseEnded(EndGround ground, Optional<String> remark, LocalDate on) implements LifeEvent {}

    /** The case was taken up again. */
    record CaseReopened(String reason, LocalDate on) implements LifeEvent {}
}
