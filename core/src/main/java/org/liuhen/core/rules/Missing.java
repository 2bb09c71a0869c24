package org.liuhen.core.rules;

import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.values.Bilingual;

/**
 * Something that a step still needs.
 *
 * @param duty key of law/keys.yaml
 * @param subject what lacks it, by the id or word that a defect statement names; absent: what is acted on
 * @param wayOut that the text gives; at least the defect statement
 */
public record Missing(String duty, Optional<String> subject, Authority authority, Bilingual what, Bilingual wayOut) {

    /** Something that what is acted on lacks itself. */
    public Missing(String duty, Authority authority, Bilingual what, Bilingual wayOut) {
        this(duty, Optional.empty(), authority, what, wayOut);
    }

    /** The same, of something else than what is acted on. */
    public Missing about(String other) {
        return new Missing(duty, Optional.of(other), authority, what, wayOut);
    }

    /** Whether the step must wait for it: a default of the product may alert, and never blocks. */
    public boolean blocks() {
        return switch (authority) {
            case Authority.Article _ -> true;
            case Authority.ProductDefault _ -> false;
        };
    }
}
