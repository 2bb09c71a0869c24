package org.liuhen.core.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a key says. */
public sealed interface Value {

    /** Yes or no. */
    record Flag(boolean set) implements Value {}

    /** A whole number. */
    record Count(int number) implements Value {}

    /** Whole numbers by case: at most 3 officers a device in a busy unit, 5 in another. */
    record Counts(Map<String, Integer> numbers) implements Value {
        public Counts {
            numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        }
    }

    /** One word of the key's closed list. */
    record Word(String word) implements Value {}

    /** Words of the key's closed list, or free texts, in the profile's order. */
    record Words(List<String> words) implements Value {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** A list that several articles build up. */
    record Elements(List<Element> elements) implements Value {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** How soon. */
    record Time(Limit limit) implements Value {}

    /** A day. */
    record Day(LocalDate day) implements Value {}

    /** A free text, for example the words of an announcement. */
    record Text(String text) implements Value {}
}
