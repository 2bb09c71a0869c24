package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;

/**
 * What is known of one service of documents; what each method needs is the profile's.
 *
 * @param relation of the recipient to the party, where another than the party signs
 * @param reason why it is entrusted
 * @param body that is entrusted
 * @param directFailed why direct service failed (CL-14.p2)
 * @param situation the note on a service by leaving (留置)
 * @param otherMeans the note on another means than a recording (CL-14.p3)
 * @param arrivedAt the system's record of arrival, for electronic service
 * @param basis of a method that the agency's text does not name
 */
public record ServiceFacts(
        ServiceMethod method, List<DocumentId> documents, Optional<String> recipient, Optional<String> relation,
        Optional<String> place, Optional<Instant> at, List<Signed> signatures, Optional<PersonId> server,
        Optional<String> reason, Optional<String> body, Optional<String> directFailed, Optional<String> trackingNumber,
        List<Receipt> receipts, Optional<String> medium, Optional<LocalDate> noticeFrom, Optional<LocalDate> noticeTo,
        Optional<String> situation, Optional<String> refusalReason, Optional<LocalDate> refusedOn,
        Optional<Boolean> atDomicile, Optional<String> witness, Optional<String> otherMeans,
        Optional<DocumentId> addressConfirmation, Optional<Instant> arrivedAt, Optional<String> basis) {
    public ServiceFacts {
        documents = List.copyOf(documents);
        signatures = List.copyOf(signatures);
        receipts = List.copyOf(receipts);
    }
}
