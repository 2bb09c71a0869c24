package org.liuhen.formats.law;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** Every key of the law, in the order of law/keys.yaml. Immutable. */
public final class Keys {

    /** The most bytes that law/keys.yaml may have. */
    public static final int BYTES_MAX = 1024 * 1024;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{1,60}");
    private static final Pattern AMBIGUITY = Pattern.compile("[A-Z]{1,8}/[0-9A-Z]{1,3}");

    private final Map<Key, KeyDefinition> definitions;

    private Keys(Map<Key, KeyDefinition> definitions) {
        this.definitions = Collections.unmodifiableMap(definitions);
    }

    private static final class Shipped {
        private static final Keys KEYS = parse(LawFile.read("keys.yaml", BYTES_MAX));
    }

    /** Those of this version. */
    public static Keys shipped() {
        return Shipped.KEYS;
    }

    /**
     * Reads law/keys.yaml.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    public static Keys parse(byte[] yaml) {
        var definitions = new LinkedHashMap<Key, KeyDefinition>();
        YamlValue.parse(yaml, BYTES_MAX).object().all().forEach((name, value) -> {
            Key key;
            try {
                key = new Key(name);
            } catch (IllegalArgumentException e) {
                throw value.wrong("键名有误：" + name, "not a key: " + name);
            }
            definitions.put(key, definition(key, value.object()));
        });
        return new Keys(definitions);
    }

    private static KeyDefinition definition(Key key, YamlObject in) {
        var type = in.get("type").word(KeyType.values(), KeyType::word);
        var words = words(in, "words");
        if (type.needsWords() == words.isEmpty() && !(type.mayHaveWords() && !type.needsWords())) {
            throw in.place().wrong(type.word() + (words.isEmpty() ? " 要写 words" : " 不能写 words"),
                    type.word() + (words.isEmpty() ? " needs words" : " has no words"));
        }
        var contents = words(in, "contents");
        if (!contents.isEmpty() && type != KeyType.ELEMENTS) {
            throw in.place().wrong("只有 elements 可以写 contents", "only elements have contents");
        }
        var title = new Bilingual(in.get("title").text(), in.get("en").text());
        var area = in.get("area").word(Area.values(), Area::word);
        var ambiguity = in.list("ambiguity").stream().map(one -> one.text(text -> checked(AMBIGUITY, text))).toList();
        var agencies = in.list("agencies").stream().map(one -> one.text(AgencyCode::new)).toList();
        var feature = in.maybe("feature").map(one -> one.text(text -> checked(WORD, text)));
        var later = in.maybe("later").map(one -> one.text(Integer::valueOf));
        if (feature.isPresent() && later.isPresent()) {
            throw in.place().wrong("feature 和 later 只能写一个", "either feature or later, not both");
        }
        in.end();
        return new KeyDefinition(key, type, words, contents, title, area, ambiguity, agencies, feature, later);
    }

    private static List<String> words(YamlObject in, String name) {
        var seen = new HashSet<String>();
        return in.list(name).stream().map(one -> {
            var word = one.text(text -> checked(WORD, text));
            if (!seen.add(word)) throw one.wrong("重复：" + word, word + " stands twice");
            return word;
        }).toList();
    }

    private static String checked(Pattern pattern, String text) {
        if (pattern.matcher(text).matches()) return text;
        throw new IllegalArgumentException("not of the form " + pattern.pattern());
    }

    /** All, in the order of the file. */
    public List<KeyDefinition> all() {
        return List.copyOf(definitions.values());
    }

    /** One, where there is one. */
    public Optional<KeyDefinition> get(Key key) {
        return Optional.ofNullable(definitions.get(key));
    }
}
