package org.liuhen.core.law;

import java.util.List;

/**
 * One element of a list that several articles build up.
 *
 * @param word what it is, for example {@code rightsNotice}
 * @param article that demands it
 * @param contents what it holds, or the condition that the article sets: {@code statement}, {@code defence}; may be none
 */
public record Element(String word, ArticleId article, List<String> contents) {
    public Element {
        contents = List.copyOf(contents);
    }
}
