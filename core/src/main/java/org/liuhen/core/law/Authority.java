package org.liuhen.core.law;

/** What a finding or a refusal rests on (依据). */
public sealed interface Authority {

    /** An article of the agency's regulation or of a national law. */
    record Article(ArticleId id) implements Authority {}

    /** A proposal of the product where the agency's text is silent. It may alert, and never blocks. */
    record ProductDefault() implements Authority {}

    /** The article's id, or {@code product}. */
    default String cited() {
        return switch (this) {
            case Article(var id) -> id.value();
            case ProductDefault _ -> "product";
        };
    }
}
