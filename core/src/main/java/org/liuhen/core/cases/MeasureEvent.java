package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;

/** Measures against things, and ordered corrections. */
public sealed interface MeasureEvent extends CaseEvent {

    /** A measure was taken. */
    record MeasureTaken(
            ActId measure, MeasureKind kind, DocumentId decision, Instant beganAt, Optional<LocalDate> until,
            List<Thing> things, String place, String keeper)
            implements MeasureEvent {
        public MeasureTaken {
            things = List.copyOf(things);
        }
    }

    /** It was extended. */
    record MeasureExtended(ActId measure, LocalDate until, DocumentId decision, String reason) implements MeasureEvent {}

    /** It was lifted. */
    record MeasureLifted(
            ActId measure, Instant at, LiftManner manner, DocumentId decision, List<Thing> things)
            implements MeasureEvent {
        public MeasureLifted {
            things = List.copyOf(things);
        }
    }

    /** A correction is ordered. */
    record CorrectionOrdered(ActId order, DocumentId document, LocalDate due, String what) implements MeasureEvent {}

    /** The correction was followed up. */
    record CorrectionFollowedUp(
            ActId order, LocalDate on, CorrectionResult result, String record, Optional<DocumentId> document)
            implements MeasureEvent {}
}
