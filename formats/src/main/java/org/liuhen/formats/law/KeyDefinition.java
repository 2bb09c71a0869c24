package org.liuhen.formats.law;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;

/**
 * What law/keys.yaml says about a key.
 *
 * @param words the closed list, where the type has one
 * @param contents the closed list of what elements hold
 * @param ambiguity rows of the list of open questions that the key's value answers, {@code SQ/8}
 * @param agencies whose profiles answer it; none: all agencies, but not the national layer
 * @param feature part of the program that uses it, where no rule or requirement is bound to it
 * @param later number of the work package that will use it
 */
public record KeyDefinition(Key key, KeyType type, List<String> words, List<String> contents, Bilingual title, Area area,
        List<String> ambiguity, List<AgencyCode> agencies, Optional<String> feature, Optional<Integer> later) {
    public KeyDefinition {
        words = List.copyOf(words);
        contents = List.copyOf(contents);
        ambiguity = List.copyOf(ambiguity);
        agencies = List.copyOf(agencies);
    }

    /** Whether this agency's profile answers the key. */
    public boolean answeredBy(AgencyCode agency) {
        return agencies.isEmpty() ? !agency.equals(Profile.NATIONAL) : agencies.contains(agency);
    }
}
