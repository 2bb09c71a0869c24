package org.liuhen.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;

/**
 * What became of the application, with what that outcome needs.
 *
 * @param authority that is competent instead (CL-6.5)
 * @param secondNoticeReason the supervisor's, for a second supplement notice
 */
public record Acceptance(
        AcceptanceOutcome outcome, Instant at, Optional<DocumentId> document, Optional<String> verificationMatter,
        Optional<String> verificationReason, Optional<Instant> verificationAt, List<OnSpotCorrection> corrections,
        List<String> toSupplement, Optional<Digest> returnReceipt, Optional<String> authority,
        Optional<String> secondNoticeReason) {
    public Acceptance {
        corrections = List.copyOf(corrections);
        toSupplement = List.copyOf(toSupplement);
    }
}
