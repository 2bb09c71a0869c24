package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;

/** Approvals, legal review and collective discussion. */
public sealed interface ApprovalCommand extends CaseCommand {

    /** Ask for an approval. */
    record RequestApproval(
            ApprovalId approval, ApprovalMatter matter, Optional<DocumentId> document, Proposal proposal)
            implements ApprovalCommand {}

    /** Answer at the step that is due. */
    record GiveOpinion(
            ApprovalId approval, Verdict verdict, String opinion, Optional<String> reason, LocalDate signedOn,
            boolean onPaper, Optional<Digest> scan)
            implements ApprovalCommand {}

    /** Say whether the opinion of the legal review is followed. */
    record AdoptReview(ApprovalId approval, boolean adopted, Optional<String> reason) implements ApprovalCommand {}

    /** Take a request back. */
    record WithdrawRequest(ApprovalId approval, String reason) implements ApprovalCommand {}

    /** Take down a collective discussion. */
    record DiscussCollectively(
            LocalDate on, String host, List<Attendance> attendees, String conclusion, Optional<DocumentId> minutes,
            Optional<RecordingId> recording)
            implements ApprovalCommand {
        public DiscussCollectively {
            attendees = List.copyOf(attendees);
        }
    }
}
