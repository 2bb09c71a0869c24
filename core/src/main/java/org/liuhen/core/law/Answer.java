package org.liuhen.core.law;

import java.util.List;
import java.util.Optional;

/** What the law of one day says to a key. There is always exactly one answer. */
public sealed interface Answer {

    /**
     * A text says so.
     *
     * @param articles that state it; the first one is cited first
     */
    record Stated(List<ArticleId> articles, Value value) implements Answer {
        public Stated {
            articles = List.copyOf(articles);
            if (articles.isEmpty()) throw new IllegalArgumentException("a value needs an article: " + value);
        }
    }

    /**
     * The text gives no value.
     *
     * @param article that demands one all the same; absent where the text is silent
     */
    record NotStated(Optional<ArticleId> article) implements Answer {}

    /**
     * The product proposes; somebody of the agency confirms at activation.
     *
     * @param articles that leave it open; none where the text is silent
     */
    record Default(List<ArticleId> articles, Value value) implements Answer {
        public Default {
            articles = List.copyOf(articles);
        }
    }
}
