package org.liuhen.formats.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.agencies.AgencyEvent.Phrase;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** The steps of an act at which something is said, and what the product proposes to say (law/phrases.yaml). Immutable. */
public final class Phrases {

    /** The most bytes that law/phrases.yaml may have. */
    public static final int BYTES_MAX = 64 * 1024;

    /** The step whose words a regulation may prescribe. */
    public static final String ANNOUNCE = "announceRecording";

    /** The words that the agency's text prescribes for it. */
    public static final Key PRESCRIBED = new Key("avRecord.announcement.phrase");

    private final Map<String, Bilingual> steps;
    private final List<Phrase> proposed;

    private Phrases(Map<String, Bilingual> steps, List<Phrase> proposed) {
        this.steps = Collections.unmodifiableMap(steps);
        this.proposed = List.copyOf(proposed);
    }

    private static final class Shipped {
        private static final Phrases PHRASES = parse(LawFile.read("phrases.yaml", BYTES_MAX));
    }

    /** Those of this version. */
    public static Phrases shipped() {
        return Shipped.PHRASES;
    }

    /**
     * Reads law/phrases.yaml.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    static Phrases parse(byte[] yaml) {
        var whole = YamlValue.parse(yaml, BYTES_MAX).object();
        var steps = new LinkedHashMap<String, Bilingual>();
        whole.get("steps").object().all().forEach((word, value) -> {
            var in = value.object();
            steps.put(word, new Bilingual(in.get("title").text(), in.get("en").text()));
            in.end();
        });
        var acts = Set.copyOf(Items.shipped().acts());
        var phrases = whole.list("phrases").stream().map(value -> phrase(value.object(), steps.keySet(), acts)).toList();
        whole.end();
        return new Phrases(steps, phrases);
    }

    private static Phrase phrase(YamlObject in, Set<String> steps, Set<String> acts) {
        var phrase = new Phrase(in.get("step").text(word -> known(steps, word)),
                in.list("acts").stream().map(act -> act.text(word -> known(acts, word))).toList(), in.get("text").text());
        in.end();
        return phrase;
    }

    private static String known(Set<String> words, String word) {
        if (words.contains(word)) return word;
        throw new IllegalArgumentException("unknown word: " + word);
    }

    /** What the steps are called, in the order of an act. */
    public Map<String, Bilingual> steps() {
        return steps;
    }

    /** What the product proposes to an agency: nothing where its text prescribes the words. */
    public List<Phrase> proposed(Rules rules) {
        var prescribed = rules.text(PRESCRIBED).isPresent();
        return proposed.stream().filter(phrase -> !prescribed || !phrase.step().equals(ANNOUNCE)).toList();
    }

    /** A step or an act that does not exist; empty where the phrase can stand in a guide. */
    public static Optional<String> unknown(Phrase phrase) {
        if (!shipped().steps.containsKey(phrase.step())) return Optional.of(phrase.step());
        return phrase.acts().stream().filter(act -> !Items.shipped().acts().contains(act)).findFirst();
    }
}
