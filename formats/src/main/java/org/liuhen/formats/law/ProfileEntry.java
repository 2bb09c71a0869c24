package org.liuhen.formats.law;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Entry;

/**
 * An entry of a profile, with what only people read.
 *
 * @param fingerprints of the articles' words that the value was read from, where they are noted
 * @param source where the article can be read, for national laws
 * @param confirm whether the agency's legal section still has to confirm it
 */
public record ProfileEntry(Entry entry, Map<ArticleId, String> fingerprints, Optional<String> source, boolean confirm) {
    public ProfileEntry {
        fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
    }
}
