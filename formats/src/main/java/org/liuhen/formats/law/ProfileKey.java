package org.liuhen.formats.law;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.Times;
import org.liuhen.formats.yaml.YamlValue;

/** The catalogue's keys that this version knows, and what a value of each may be. */
enum ProfileKey {
    /** First day of the rules, where the text gives one. */
    EFFECTIVE_FROM("agency.effectiveFrom") {
        @Override
        boolean takes(String word) {
            if (Set.of("dayOfPublication", "dayOfIssue").contains(word)) return true; // the day itself is entered at activation
            try {
                return Times.day(word).getYear() > 0;
            } catch (Malformed e) {
                return false; // said by the caller, with line and column
            }
        }
    },
    /** How soon a recording is to be stored. */
    STORE_WITHIN("recording.storeWithin") {
        @Override
        boolean takes(String word) {
            if (word.equals("promptly")) return true;
            try {
                return Duration.parse(word).isPositive();
            } catch (DateTimeParseException e) {
                return false; // said by the caller, with line and column
            }
        }
    },
    /** What stored recordings are sorted by, in this order. */
    CLASSIFICATION_KEYS("storage.classificationKeys") {
        @Override
        boolean takes(String word) {
            return RecordingLabel.of(word).isPresent();
        }
    },
    /** What is filled in for a stored recording. */
    REQUIRED_METADATA("storage.requiredMetadata") {
        @Override
        boolean takes(String word) {
            return RecordingLabel.of(word).isPresent();
        }
    };

    private final String key;

    ProfileKey(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    boolean isList() {
        return this == CLASSIFICATION_KEYS || this == REQUIRED_METADATA;
    }

    /** Whether a value may be this word. */
    abstract boolean takes(String word);

    String word(YamlValue value) {
        var word = value.text();
        if (!takes(word)) throw value.wrong(key + " 的值不能是 " + word, key + " cannot be " + word);
        return word;
    }

    static Optional<ProfileKey> of(String key) {
        for (var one : values()) {
            if (one.key.equals(key)) return Optional.of(one);
        }
        return Optional.empty();
    }
}
