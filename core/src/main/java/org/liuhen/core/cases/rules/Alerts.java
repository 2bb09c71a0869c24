package org.liuhen.core.cases.rules;

import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/** Findings that are questions for a person. */
final class Alerts {

    private Alerts() {}

    static Finding of(Key duty, String subject, String occurrence, Authority authority, Bilingual what, Bilingual wayOut) {
        return new Finding(new FindingKey(duty.value(), subject, occurrence), Severity.ALERT, authority, what, wayOut,
                Optional.empty());
    }

    /** The article of a table's element; empty where the agency's text has no such element. */
    static Optional<Authority> element(Rules rules, Key table, String word) {
        return rules.elements(table).stream()
                .filter(element -> element.word().equals(word))
                .findFirst()
                .map(element -> new Authority.Article(element.article()));
    }

    /** What is stated, else the product: it may alert. */
    static Authority orProduct(Optional<Authority> authority) {
        return authority.orElseGet(Authority.ProductDefault::new);
    }
}
