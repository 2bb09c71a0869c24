package org.liuhen.formats.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Entry;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Value;
import org.liuhen.core.law.WorkDays;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;

/** What binds one agency, or the whole country. docs/formats.md, section 9. Immutable. */
public final class Profile {

    /** The most bytes a profile may have. */
    public static final int BYTES_MAX = 1024 * 1024;

    /** The code of the national layer, which is no agency. */
    public static final AgencyCode NATIONAL = new AgencyCode("CN");

    private static final Map<AgencyCode, Profile> SHIPPED = new ConcurrentHashMap<>();
    private static final Key CLASSIFICATION_KEYS = new Key("storage.classificationKeys");
    private static final Key REQUIRED_METADATA = new Key("storage.requiredMetadata");

    private final AgencyCode agency;
    private final Map<Key, List<ProfileEntry>> entries;
    private final byte[] canonical;
    private final Digest digest;

    private Profile(AgencyCode agency, Map<Key, List<ProfileEntry>> entries) {
        this.agency = agency;
        this.entries = Collections.unmodifiableMap(entries);
        canonical = CanonicalProfile.write(entries);
        digest = CanonicalProfile.sha256(canonical);
    }

    /**
     * The profile that is shipped.
     *
     * @throws Malformed if there is none, or it is not readable: with line and column
     */
    public static Profile of(AgencyCode agency) {
        return SHIPPED.computeIfAbsent(agency, code -> parse(code, LawFile.read("profiles/" + code + ".yaml", BYTES_MAX)));
    }

    /** Whether this version ships the profile of an agency; the national layer is none. */
    public static boolean isShipped(AgencyCode agency) {
        return !agency.equals(NATIONAL) && LawFile.exists("profiles/" + agency + ".yaml");
    }

    /** The national layer that is shipped. */
    public static Profile national() {
        return of(NATIONAL);
    }

    /**
     * Reads a profile. Every key that this version has for the agency needs an answer.
     *
     * @throws Malformed with line and column, in Chinese and English
     */
    public static Profile parse(AgencyCode agency, byte[] yaml) {
        return parse(agency, yaml, Keys.shipped());
    }

    /** Reads a profile with keys that are not those of this version. */
    static Profile parse(AgencyCode agency, byte[] yaml, Keys keys) {
        return new Profile(agency, ProfileReader.read(agency, yaml, keys));
    }

    /** Whose it is. */
    public AgencyCode agency() {
        return agency;
    }

    /** Each key's entries, the oldest first; keys in the order of law/keys.yaml. */
    public Map<Key, List<ProfileEntry>> entries() {
        return entries;
    }

    /** Names its content, whatever its comments and line breaks are: SHA-256 of {@link #canonical}. */
    public Digest digest() {
        return digest;
    }

    /** The profile in canonical JSON, which {@link #parse} reads to the same profile; a new array each time. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** Whether there are entries that begin on the day of activation. */
    public boolean needsActivation() {
        return entries.values().stream().anyMatch(list -> list.getFirst().entry().from().isEmpty());
    }

    /**
     * This agency's law over time, with the national layer under it.
     *
     * @param activation first day of the entries whose text does not print it
     * @throws IllegalArgumentException if the day of activation is needed and absent, or not before a key's second entry
     */
    public Law law(Profile national, Optional<LocalDate> activation, WorkDays workDays) {
        var all = new HashMap<Key, List<Entry>>();
        for (var key : Keys.shipped().all()) all.put(key.key(), List.of()); // a key of other agencies: not stated
        for (var source : List.of(this, national)) {
            source.entries.forEach((key, list) -> all.put(key, list.stream().map(ProfileEntry::entry).toList()));
        }
        var name = CanonicalProfile.sha256(CanonicalProfile.law(this, national, activation));
        return new Law(agency, name.toString(), all, activation, workDays, WorkCalendar.ZONE);
    }

    /** The law of an agency by the files that are shipped. */
    public static Law law(AgencyCode agency, Optional<LocalDate> activation) {
        return of(agency).law(national(), activation, WorkCalendar.shipped());
    }

    /**
     * The keys that recordings are classified by now, in the profile's order: what they are sorted by, then what is filled in
     * besides. Titles are ours.
     */
    public List<ClassificationKey> classificationKeys() {
        var keys = new LinkedHashMap<String, ClassificationKey>();
        for (var source : List.of(CLASSIFICATION_KEYS, REQUIRED_METADATA)) {
            switch (entries.getOrDefault(source, List.of()).getLast().entry().answer()) {
                case Answer.Stated(var articles, var value) -> add(keys, value, Optional.of(articles.getFirst()));
                case Answer.Default(_, var value) -> add(keys, value, Optional.empty());
                case Answer.NotStated _ -> {} // nothing to add
            }
        }
        return List.copyOf(keys.values());
    }

    private static void add(Map<String, ClassificationKey> keys, Value value, Optional<ArticleId> article) {
        if (!(value instanceof Value.Words(var words))) throw new Malformed("not a list of words: " + value);
        for (var word : words) {
            var title = RecordingLabel.of(word).orElseThrow(() -> new Malformed("recordings have no label " + word)).title();
            keys.putIfAbsent(word, new ClassificationKey(word, title, article.map(ArticleId::value)));
        }
    }
}
