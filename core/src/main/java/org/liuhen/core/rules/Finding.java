package org.liuhen.core.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.values.Bilingual;

/**
 * Something that a person must look at (问题).
 *
 * @param wayOut what can be done now
 * @param due last instant that was or is in time
 */
public record Finding(FindingKey key, Severity severity, Authority authority, Bilingual what, Bilingual wayOut,
        Optional<Instant> due) {
    public Finding {
        if (severity == Severity.BLOCK && authority instanceof Authority.ProductDefault) {
            throw new IllegalArgumentException("a product default never blocks: " + key);
        }
    }
}
