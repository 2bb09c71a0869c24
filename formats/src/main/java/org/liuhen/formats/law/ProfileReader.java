package org.liuhen.formats.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Entry;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Value;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** Reads a profile. What it does not know it refuses: loaders that forgive lose citations. */
final class ProfileReader {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8}");

    private ProfileReader() {}

    static Map<Key, List<ProfileEntry>> read(AgencyCode agency, byte[] yaml, Keys keys) {
        var file = YamlValue.parse(yaml, Profile.BYTES_MAX).object();
        var entries = new LinkedHashMap<Key, List<ProfileEntry>>();
        for (var key : keys.all()) {
            if (key.answeredBy(agency)) entries.put(key.key(), entries(key, file.get(key.key().value())));
        }
        file.end();
        return entries;
    }

    private static List<ProfileEntry> entries(KeyDefinition key, YamlValue value) {
        var entries = new ArrayList<ProfileEntry>();
        for (var item : value.list()) {
            var entry = new EntryReader(key).read(item.object());
            if (!entries.isEmpty()) {
                var earlier = entries.getLast().entry().from().orElse(LocalDate.MIN);
                var from = entry.entry().from().orElseThrow(() -> item.wrong("缺少 from", "from is missing"));
                if (!from.isAfter(earlier)) {
                    throw item.wrong("from 必须晚于上一条", "from must be later than that of the entry before");
                }
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) throw value.wrong("至少要有一条", "at least one entry is needed");
        return List.copyOf(entries);
    }

    /** Reads one entry, and gathers the articles that stand in it. */
    private static final class EntryReader {

        private final KeyDefinition key;
        private final Set<ArticleId> articles = new LinkedHashSet<>();
        private final Map<ArticleId, String> fingerprints = new HashMap<>();

        private EntryReader(KeyDefinition key) {
            this.key = key;
        }

        private ProfileEntry read(YamlObject in) {
            var from = in.maybe("from").map(value -> value.text(ValueReader::day));
            cited(in);
            var fallback = in.maybe("default");
            var answer = fallback.isPresent() ? proposed(fallback.get(), in) : answer(in);
            var source = in.maybe("source").map(YamlValue::text);
            var confirm = in.maybe("confirm").map(value -> value.text(EntryReader::yes)).orElse(false);
            in.end();
            return new ProfileEntry(new Entry(from, answer), fingerprints, source, confirm);
        }

        private Answer proposed(YamlValue value, YamlObject in) {
            if (key.type() == KeyType.ELEMENTS) {
                throw value.wrong(key.key() + " 的每个要素都要有条款，不能是 default",
                        key.key() + ": each element has an article, so it cannot be a default");
            }
            return new Answer.Default(List.copyOf(articles), value(value, in));
        }

        private Answer answer(YamlObject in) {
            var value = in.get("value");
            if (value.isText() && value.text().equals("notStated")) {
                if (articles.size() > 1) throw value.wrong("notStated 最多写一个条款", "notStated has one article at most");
                return new Answer.NotStated(articles.stream().findFirst());
            }
            var read = value(value, in);
            if (articles.isEmpty()) throw in.place().wrong("缺少 article", "article is missing");
            return new Answer.Stated(List.copyOf(articles), read);
        }

        private Value value(YamlValue value, YamlObject in) {
            var days = days(in);
            var first = articles.stream().findFirst();
            return new ValueReader(key).read(value, first, days, this::cited);
        }

        private DayKind days(YamlObject in) {
            var days = in.maybe("days");
            if (days.isPresent() && key.type() != KeyType.LIMIT) {
                throw days.get().wrong("只有时限可以写 days", "only a limit has days");
            }
            return days.map(value -> value.word(DayKind.values(), EntryReader::word)).orElse(DayKind.NATURAL);
        }

        static String word(DayKind days) {
            return switch (days) {
                case NATURAL -> "natural";
                case WORKING -> "working";
            };
        }

        private static boolean yes(String text) {
            if (text.equals("true")) return true;
            throw new IllegalArgumentException("it is true or left out");
        }

        /** The articles at one place, with their fingerprints. */
        private List<ArticleId> cited(YamlObject in) {
            var values = in.maybe("article").map(EntryReader::oneOrMore).orElse(List.of());
            var ids = values.stream().map(value -> value.text(ArticleId::new)).toList();
            if (Set.copyOf(ids).size() != ids.size()) {
                throw in.place().wrong("同一条款写了两次", "an article stands twice");
            }
            in.maybe("text").ifPresent(text -> fingerprints(text, ids));
            articles.addAll(ids);
            return ids;
        }

        private void fingerprints(YamlValue text, List<ArticleId> ids) {
            if (text.isObject()) {
                text.object().all().forEach((article, print) -> {
                    if (ids.stream().noneMatch(id -> id.value().equals(article))) {
                        throw print.wrong("article 中没有 " + article, "article does not name " + article);
                    }
                    fingerprints.put(new ArticleId(article), print.text(EntryReader::fingerprint));
                });
                return;
            }
            var prints = oneOrMore(text);
            if (prints.size() != ids.size()) {
                throw text.wrong("text 与 article 个数不同", "there are as many fingerprints in text as articles");
            }
            for (var i = 0; i < prints.size(); i++) fingerprints.put(ids.get(i), prints.get(i).text(EntryReader::fingerprint));
        }

        private static List<YamlValue> oneOrMore(YamlValue value) {
            if (!value.isList()) return List.of(value);
            var values = value.list();
            if (values.isEmpty()) throw value.wrong("列表是空的", "the list is empty");
            return values;
        }

        private static String fingerprint(String text) {
            if (FINGERPRINT.matcher(text).matches()) return text;
            throw new IllegalArgumentException("not a fingerprint of 8 hex digits");
        }
    }
}
