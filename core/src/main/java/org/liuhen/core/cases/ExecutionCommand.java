package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;

/** Performance by the party, demand, coercive execution, confiscated property. */
public sealed interface ExecutionCommand extends CaseCommand {

    /** Until when the party must perform. */
    record SetPerformanceDue(LocalDate due, String what) implements ExecutionCommand {}

    /**
     * Take down what the party performed.
     *
     * @param amount in yuan, as a decimal
     */
    record RecordPerformance(
            LocalDate on, String kind, Optional<String> amount, PerformanceStatus status, Optional<Digest> voucher)
            implements ExecutionCommand {}

    /** The party states its case after a demand. */
    record LogStatement(ActId statement, Instant at, String text) implements ExecutionCommand {}

    /** Review the statement. */
    record ReviewStatement(ActId statement, StatementReview review) implements ExecutionCommand {}

    /** Decide on coercive execution. */
    record DecideExecution(DocumentId document, LocalDate on, boolean noGoodCause) implements ExecutionCommand {}

    /** Apply to the court for execution. */
    record ApplyToCourt(DocumentId document, LocalDate on) implements ExecutionCommand {}

    /** Carry an execution out; the newest facts count. */
    record Execute(
            ActId execution, ExecutionMethod method, DocumentId document, String object, Instant beganAt,
            Optional<Instant> endedAt, Optional<String> result)
            implements ExecutionCommand {}

    /** Take property in that is confiscated. */
    record ConfiscateProperty(
            ActId list, DocumentId decision, List<Thing> things, String custody)
            implements ExecutionCommand {
        public ConfiscateProperty {
            things = List.copyOf(things);
        }
    }

    /** Dispose of confiscated property. */
    record DisposeProperty(
            ActId list, DisposalManner manner, LocalDate on, List<String> participants, Digest voucher)
            implements ExecutionCommand {
        public DisposeProperty {
            participants = List.copyOf(participants);
        }
    }
}
