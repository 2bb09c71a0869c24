package org.liuhen.core.rules;

import org.liuhen.core.law.Authority;
import org.liuhen.core.values.Bilingual;

/**
 * Something that a step still needs.
 *
 * @param duty key of law/keys.yaml
 * @param wayOut that the text gives; at least the defect statement
 */
public record Missing(String duty, Authority authority, Bilingual what, Bilingual wayOut) {

    /** Whether the step must wait for it: a default of the product may alert, and never blocks. */
    public boolean blocks() {
        return switch (authority) {
            case Authority.Article _ -> true;
            case Authority.ProductDefault _ -> false;
        };
    }
}
