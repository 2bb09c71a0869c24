package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;

/**
 * A signature or seal on a document or a proof of service.
 *
 * @param onPaper the paper was signed and scanned in
 * @param picture of the signature, seal or fingerprint
 */
public record Signed(
        Capacity as, String name, Optional<PersonId> officer, SignKind kind, LocalDate on, boolean onPaper,
        Optional<Digest> picture) {}
