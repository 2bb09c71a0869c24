package org.liuhen.core.cases.rules;

import java.util.Optional;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;

/** Who demands something, and the sentence that says that it is missing. */
final class Demand {

    private static final Bilingual WAY_OUT = new Bilingual("请补办；确实无法补办的（例如当事人已经离开），作出情况说明。",
            "Make up for it; if that is no longer possible, for example because the party has left, make a defect statement.");

    private Demand() {}

    /** The article, or where the text is silent the product, which never blocks. Empty where the article says no. */
    static Optional<Authority> flag(Rules rules, Key key) {
        return switch (rules.answer(key)) {
            case Answer.NotStated(var article) -> Optional.of(article.<Authority>map(Authority.Article::new)
                    .orElseGet(Authority.ProductDefault::new));
            case Answer.Stated _, Answer.Default _ -> rules.flagCited(key).filter(cited -> cited.value())
                    .map(cited -> cited.authority());
        };
    }

    /** The article of the table's element, or the product. */
    static Authority element(Rules rules, Key table, String word) {
        return elementStated(rules, table, word).orElseGet(Authority.ProductDefault::new);
    }

    /** The article of the table's element. */
    static Optional<Authority> elementStated(Rules rules, Key table, String word) {
        return rules.elements(table).stream()
                .filter(element -> element.word().equals(word))
                .findFirst()
                .map(element -> new Authority.Article(element.article()));
    }

    static boolean byArticle(Authority authority) {
        return switch (authority) {
            case Authority.Article _ -> true;
            case Authority.ProductDefault _ -> false;
        };
    }

    static Missing missing(Key duty, Authority authority, String zh, String en) {
        return new Missing(duty.value(), authority, new Bilingual(zh, en), WAY_OUT);
    }
}
