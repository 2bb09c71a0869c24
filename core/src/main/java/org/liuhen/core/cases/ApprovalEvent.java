package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;

/** Approvals, legal review and collective discussion. */
public sealed interface ApprovalEvent extends CaseEvent {

    /** An approval is asked for, along this route. */
    record ApprovalRequested(
            ApprovalId approval, ApprovalMatter matter, Optional<DocumentId> document, Proposal proposal, List<ApprovalStep> route,
            PersonId by)
            implements ApprovalEvent {
        public ApprovalRequested {
            route = List.copyOf(route);
        }
    }

    /** Somebody answered at a step. */
    record OpinionGiven(
            ApprovalId approval, ApprovalStep step, Verdict verdict, String opinion, Optional<String> reason, PersonId by,
            String name, LocalDate signedOn, boolean onPaper, Optional<Digest> scan)
            implements ApprovalEvent {}

    /** Whether the legal review is followed. */
    record ReviewAdopted(
            ApprovalId approval, boolean adopted, Optional<String> reason, PersonId by)
            implements ApprovalEvent {}

    /** The request was taken back. */
    record RequestWithdrawn(ApprovalId approval, String reason) implements ApprovalEvent {}

    /** A collective discussion was held. */
    record CollectivelyDiscussed(
            LocalDate on, String host, List<Attendance> attendees, String conclusion, Optional<DocumentId> minutes,
            Optional<RecordingId> recording)
            implements ApprovalEvent {
        public CollectivelyDiscussed {
            attendees = List.copyOf(attendees);
        }
    }
}
