package org.liuhen.server.recordings.activities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuhen.core.agencies.AgencyEvent.Phrase;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.formats.law.Phrases;

/** What is said on site, step by step: what the agency's text prescribes, then its guide or what the product proposes. */
final class PhraseView {

    static final Key REQUIRED = new Key("avRecord.phraseGuide.required");

    private PhraseView() {}

    /** All steps in the order of an act; one at which nothing is said is there too. */
    static List<Map<String, Object>> steps(List<Phrase> phrases, Rules rules) {
        var steps = new ArrayList<Map<String, Object>>();
        Phrases.shipped().steps().forEach((word, title) -> {
            var step = new LinkedHashMap<String, Object>();
            step.put("step", word);
            step.put("title", title.zh());
            step.put("titleEn", title.en());
            var said = phrases.stream().filter(phrase -> phrase.step().equals(word))
                    .<Map<String, Object>>map(phrase -> Map.of("text", phrase.text(), "acts", phrase.acts())).toList();
            var prescribed = rules.text(Phrases.PRESCRIBED).filter(_ -> word.equals(Phrases.ANNOUNCE));
            prescribed.ifPresent(text -> step.put("article", text.authority().cited()));
            step.put("phrases", prescribed.<List<Map<String, Object>>>map(text -> List.of(Map.of("text", text.value(), "acts",
                    List.of())))
                    .orElse(said));
            steps.add(step);
        });
        return steps;
    }
}
