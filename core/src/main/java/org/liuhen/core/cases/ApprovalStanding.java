package org.liuhen.core.cases;

import java.time.LocalDate;

/** How a request for approval stands. */
public sealed interface ApprovalStanding {

    /** Somebody answers at this step. */
    record Due(ApprovalStep step) implements ApprovalStanding {}

    /** The legal review objects; the handlers say whether they follow it. */
    record AdoptionDue() implements ApprovalStanding {}

    /** Every step agreed, the last one on this day. */
    record Approved(LocalDate on) implements ApprovalStanding {}

    /** To be amended and asked for again. */
    record Returned() implements ApprovalStanding {}

    /** Not approved. */
    record Refused() implements ApprovalStanding {}

    /** Taken back. */
    record Withdrawn() implements ApprovalStanding {}
}
