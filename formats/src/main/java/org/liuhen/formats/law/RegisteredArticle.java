package org.liuhen.formats.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.Bilingual;

/**
 * One article, item or part of a regulation (条款) as Liuhen understands it. Title and duty are ours, never the text's words.
 *
 * @param fingerprint of the official words: {@link RegulationText}
 * @param from first day in force; absent where the agency enters it at activation
 * @param reason for every status but {@link ArticleStatus#ENCODED}
 * @param noCase why no worked case finds it, where none can
 * @param keys of the profile that the article gives values to
 */
public record RegisteredArticle(
        ArticleId id, String title, Bilingual duty, String fingerprint, Optional<LocalDate> from, Area area, ArticleStatus status,
        Optional<Bilingual> reason, Optional<Bilingual> noCase, List<Key> keys) {
    public RegisteredArticle {
        keys = List.copyOf(keys);
    }
}
