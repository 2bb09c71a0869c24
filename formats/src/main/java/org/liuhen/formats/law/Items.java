package org.liuhen.formats.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** The acts on site of law/items.yaml, and an agency's items list (音像记录事项清单) made of them and its profile. Immutable. */
public final class Items {

    /** The most bytes that law/items.yaml may have. */
    public static final int BYTES_MAX = 256 * 1024;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,60}");

    /** An act, with the row that stands in where an agency's profile has none. */
    private record Act(RecordedItem row, Bilingual contents, Optional<Key> key) {}

    private final Map<String, Bilingual> points;
    private final Map<String, Bilingual> titles;
    private final Map<String, Act> acts;

    private Items(Map<String, Bilingual> points, Map<String, Bilingual> titles, Map<String, Act> acts) {
        this.points = Collections.unmodifiableMap(points);
        this.titles = Collections.unmodifiableMap(titles);
        this.acts = Collections.unmodifiableMap(acts);
    }

    private static final class Shipped {
        private static final Items ITEMS = parse(LawFile.read("items.yaml", BYTES_MAX));
    }

    /** Those of this version. */
    public static Items shipped() {
        return Shipped.ITEMS;
    }

    /**
     * Reads law/items.yaml.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    public static Items parse(byte[] yaml) {
        var whole = YamlValue.parse(yaml, BYTES_MAX).object();
        var points = titles(whole.get("points").object());
        var words = titles(whole.get("words").object());
        var acts = new LinkedHashMap<String, Act>();
        whole.get("acts").object().all().forEach((id, value) -> acts.put(id, act(id, value.object(), points.keySet())));
        whole.end();
        return new Items(points, words, acts);
    }

    private static Map<String, Bilingual> titles(YamlObject of) {
        var titles = new LinkedHashMap<String, Bilingual>();
        of.all().forEach((word, value) -> {
            var in = value.object();
            titles.put(word, new Bilingual(in.get("title").text(), in.get("en").text()));
            in.end();
        });
        return titles;
    }

    private static Act act(String id, YamlObject in, Set<String> points) {
        var title = new Bilingual(in.get("title").text(), in.get("en").text());
        var contents = new Bilingual(in.get("contents").text(), in.get("contentsEn").text());
        var key = in.maybe("key").map(one -> one.text(Items::key));
        var events = in.list("events").stream().map(one -> one.text(Items::word)).toList();
        var means = in.list("means").stream().map(one -> one.text(Items::means)).collect(Collectors.toSet());
        var start = in.get("start").text(word -> known(points, word));
        var end = in.get("end").text(word -> known(points, word));
        in.end();
        return new Act(new RecordedItem(id, title, means, start, end, events, new Authority.ProductDefault()), contents, key);
    }

    private static Key key(String text) {
        var key = new Key(text);
        if (Keys.shipped().get(key).filter(definition -> definition.type() == KeyType.ELEMENTS).isPresent()) return key;
        throw new IllegalArgumentException("no row of law/keys.yaml: " + text);
    }

    private static String word(String text) {
        if (WORD.matcher(text).matches()) return text;
        throw new IllegalArgumentException("not a word: " + text);
    }

    private static Means means(String text) {
        return Means.of(text).orElseThrow(() -> new IllegalArgumentException("no means: " + text));
    }

    private static String known(Set<String> points, String word) {
        if (points.contains(word)) return word;
        throw new IllegalArgumentException("not under points: " + word);
    }

    /** Ids of the acts, in the order of the file. */
    public List<String> acts() {
        return List.copyOf(acts.keySet());
    }

    /** What a start or end point is called. */
    public Optional<Bilingual> point(String word) {
        return Optional.ofNullable(points.get(word));
    }

    /** What a ground, a cause or a focus item of a profile is called. */
    public Optional<Bilingual> title(String word) {
        return Optional.ofNullable(titles.get(word));
    }

    /** What is to be seen of an act. */
    public Optional<Bilingual> contents(String id) {
        return Optional.ofNullable(acts.get(id)).map(Act::contents);
    }

    /** How long the recordings of an act are kept, as a word of its row; empty where the profile has no row, or none with a term. */
    public Optional<String> term(String id, Rules rules) {
        return Optional.ofNullable(acts.get(id)).flatMap(Act::key)
                .flatMap(key -> rules.elements(key).stream().filter(element -> element.word().equals("term")).findFirst())
                .flatMap(element -> element.contents().stream().findFirst());
    }

    /** The list under these rules: every act once, in the order of the file; rows that the profile lacks are the product's. */
    public List<RecordedItem> list(Rules rules) {
        return acts.values().stream().map(act -> act.key().flatMap(key -> stated(act.row(), key, rules)).orElse(act.row())).toList();
    }

    /** One act of the list. */
    public Optional<RecordedItem> item(String id, Rules rules) {
        return list(rules).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private static Optional<RecordedItem> stated(RecordedItem row, Key key, Rules rules) {
        var columns = rules.elements(key).stream().collect(Collectors.toMap(Element::word, Element::contents));
        if (columns.isEmpty()) return Optional.empty();
        var means = columns.getOrDefault("methods", List.of()).stream().map(Items::means).collect(Collectors.toSet());
        return Optional.of(new RecordedItem(row.id(), row.title(), means, point(columns, "start"), point(columns, "end"), row.events(),
                rules.authority(key).orElseThrow()));
    }

    private static String point(Map<String, List<String>> columns, String column) {
        return columns.getOrDefault(column, List.of()).stream().findFirst().orElse(RecordedItem.AS_FITS);
    }
}
