package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;

/** Measures against things, and ordered corrections. */
public sealed interface MeasureCommand extends CaseCommand {

    /** Take a measure. */
    record TakeMeasure(
            ActId measure, MeasureKind kind, DocumentId decision, Instant beganAt, Optional<LocalDate> until,
            List<Thing> things, String place, String keeper)
            implements MeasureCommand {
        public TakeMeasure {
            things = List.copyOf(things);
        }
    }

    /** Extend a measure. */
    record ExtendMeasure(ActId measure, LocalDate until, DocumentId decision, String reason) implements MeasureCommand {}

    /** Lift a measure: its own act; an empty list lifts it for all things. */
    record LiftMeasure(
            ActId measure, Instant at, LiftManner manner, DocumentId decision, List<Thing> things)
            implements MeasureCommand {
        public LiftMeasure {
            things = List.copyOf(things);
        }
    }

    /** Order a correction by a day (责令改正). */
    record OrderCorrection(ActId order, DocumentId document, LocalDate due, String what) implements MeasureCommand {}

    /** Follow an ordered correction up. */
    record FollowUpCorrection(
            ActId order, LocalDate on, CorrectionResult result, String record, Optional<DocumentId> document)
            implements MeasureCommand {}
}
