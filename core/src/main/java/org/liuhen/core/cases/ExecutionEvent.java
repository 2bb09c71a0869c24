package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;

/** Performance by the party, demand, coercive execution, confiscated property. */
public sealed interface ExecutionEvent extends CaseEvent {

    /** Until when the party must perform. */
    record PerformanceDueSet(LocalDate due, String what) implements ExecutionEvent {}

    /** What the party performed. */
    record PerformanceRecorded(
            LocalDate on, String kind, Optional<String> amount, PerformanceStatus status, Optional<Digest> voucher)
            implements ExecutionEvent {}

    /** The party stated its case. */
    record StatementLogged(ActId statement, Instant at, String text) implements ExecutionEvent {}

    /** The statement is reviewed. */
    record StatementReviewed(ActId statement, StatementReview review) implements ExecutionEvent {}

    /** Coercive execution is decided. */
    record ExecutionDecided(DocumentId document, LocalDate on, boolean noGoodCause) implements ExecutionEvent {}

    /** The court was applied to. */
    record CourtApplied(DocumentId document, LocalDate on) implements ExecutionEvent {}

    /** An execution; the newest facts count. */
    record Executed(
            ActId execution, ExecutionMethod method, DocumentId document, String object, Instant beganAt,
            Optional<Instant> endedAt, Optional<String> result)
            implements ExecutionEvent {}

    /** Confiscated property was taken in. */
    record PropertyConfiscated(
            ActId list, DocumentId decision, List<Thing> things, String custody)
            implements ExecutionEvent {
        public PropertyConfiscated {
            things = List.copyOf(things);
        }
    }

    /** It was disposed of. */
    record PropertyDisposed(
            ActId list, DisposalManner manner, LocalDate on, List<String> participants, Digest voucher)
            implements ExecutionEvent {
        public PropertyDisposed {
            participants = List.copyOf(participants);
        }
    }
}
