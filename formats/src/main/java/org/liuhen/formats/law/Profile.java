package org.liuhen.formats.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.Times;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** What binds one agency. docs/formats.md, section 9. Immutable. */
public final class Profile {

    /** The most bytes a profile may have. */
    public static final int BYTES_MAX = 1024 * 1024;

    private static final Pattern ARTICLE = Pattern.compile("[A-Z0-9]{2,8}(-[A-Za-z0-9]+)+(\\.[a-z0-9]+)*");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8}");

    private final AgencyCode agency;
    private final Map<ProfileKey, List<Entry>> entries;

    /**
     * What a key says from a day on.
     *
     * @param from absent: since the agency's rules exist; only the first entry of a key
     */
    private record Entry(Optional<LocalDate> from, Answer answer) {}

    private sealed interface Answer {
        /** The agency's text says so. */
        record Stated(String article, List<String> words) implements Answer {}

        /** The agency's text is silent. */
        record NotStated() implements Answer {}

        /** The agency's text is silent, and the product proposes. */
        record Default(List<String> words) implements Answer {}
    }

    private Profile(AgencyCode agency, Map<ProfileKey, List<Entry>> entries) {
        this.agency = agency;
        this.entries = entries;
    }

    /**
     * The profile that is shipped.
     *
     * @throws Malformed if there is none, or it is not readable: with line and column
     */
    public static Profile of(AgencyCode agency) {
        var name = "/law/profiles/" + agency + ".yaml";
        try (var file = Profile.class.getResourceAsStream(name)) {
            if (file == null) throw new Malformed("没有机关 " + agency + " 的规则文件 / no profile of agency " + agency + ": " + name);
            return parse(agency, file.readNBytes(BYTES_MAX + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Reads a profile. Every key that this version knows needs an answer.
     *
     * @throws Malformed with line and column, in Chinese and English
     */
    public static Profile parse(AgencyCode agency, byte[] yaml) {
        var file = YamlValue.parse(yaml, BYTES_MAX).object();
        var entries = new EnumMap<ProfileKey, List<Entry>>(ProfileKey.class);
        for (var key : ProfileKey.values()) {
            entries.put(key, entries(key, file.get(key.key())));
        }
        file.end();
        return new Profile(agency, entries);
    }

    private static List<Entry> entries(ProfileKey key, YamlValue value) {
        var entries = new ArrayList<Entry>();
        for (var item : value.list()) {
            var entry = entry(key, item.object());
            if (!entries.isEmpty()) {
                var earlier = entries.getLast().from().orElse(LocalDate.MIN);
                if (entry.from().isEmpty()) throw item.wrong("缺少 from", "from is missing");
                if (!entry.from().get().isAfter(earlier)) {
                    throw item.wrong("from 必须晚于上一条", "from must be later than that of the entry before");
                }
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) throw value.wrong("至少要有一条", "at least one entry is needed");
        return List.copyOf(entries);
    }

    private static Entry entry(ProfileKey key, YamlObject in) {
        var from = in.maybe("from").map(value -> value.text(Profile::day));
        var fallback = in.maybe("default");
        Answer answer;
        if (fallback.isPresent()) {
            answer = new Answer.Default(words(key, fallback.get()));
        } else {
            answer = answer(key, in);
        }
        in.end();
        return new Entry(from, answer);
    }

    private static Answer answer(ProfileKey key, YamlObject in) {
        var value = in.get("value");
        if (!value.isList() && value.text().equals("notStated")) return new Answer.NotStated();
        var article = in.get("article").text(text -> checked(ARTICLE, text, "an article's id, for example SQ-M-21"));
        in.maybe("text").ifPresent(print -> print.text(text -> checked(FINGERPRINT, text, "a fingerprint of 8 hex digits")));
        return new Answer.Stated(article, words(key, value));
    }

    private static List<String> words(ProfileKey key, YamlValue value) {
        if (!key.isList()) return List.of(key.word(value));
        var words = value.list().stream().map(key::word).toList();
        if (words.isEmpty() || words.stream().distinct().count() != words.size()) {
            throw value.wrong("列表为空或有重复", "the list is empty, or has an item twice");
        }
        return words;
    }

    private static String checked(Pattern pattern, String text, String what) {
        if (pattern.matcher(text).matches()) return text;
        throw new IllegalArgumentException("not " + what);
    }

    private static LocalDate day(String text) {
        try {
            return Times.day(text);
        } catch (Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whose it is. */
    public AgencyCode agency() {
        return agency;
    }

    /**
     * The keys that recordings are classified by today, in the profile's order: what they are sorted by, then what is filled in
     * besides.
     * Titles are ours.
     */
    public List<ClassificationKey> classificationKeys() {
        var keys = new LinkedHashMap<String, ClassificationKey>();
        for (var source : List.of(ProfileKey.CLASSIFICATION_KEYS, ProfileKey.REQUIRED_METADATA)) {
            var answer = entries.getOrDefault(source, List.of()).getLast().answer();
            var article = switch (answer) {
                case Answer.Stated stated -> Optional.of(stated.article());
                case Answer.NotStated _, Answer.Default _ -> Optional.<String>empty();
            };
            var words = switch (answer) {
                case Answer.Stated stated -> stated.words();
                case Answer.Default proposed -> proposed.words();
                case Answer.NotStated _ -> List.<String>of();
            };
            for (var word : words) {
                keys.putIfAbsent(word, new ClassificationKey(word, RecordingLabel.of(word).orElseThrow().title(), article));
            }
        }
        return List.copyOf(keys.values());
    }
}
