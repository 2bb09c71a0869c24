package org.liuhen.formats.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A value of canonical JSON. There is no null and no fraction. */
public sealed interface Json {

    /** The largest magnitude of a number: 2⁵³ − 1. */
    long NUMBER_MAX = (1L << 53) - 1;

    /** Fields sorted by UTF-16 code units, which is the order of {@link String#compareTo}. */
    record Fields(Map<String, Json> values) implements Json {
        public Fields {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** Items in their order. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A text without lone surrogates. */
    record Text(String value) implements Json {}

    /** An integer, |n| ≤ {@link #NUMBER_MAX}. */
    record Whole(long value) implements Json {
        public Whole {
            if (value > NUMBER_MAX || value < -NUMBER_MAX) throw new IllegalArgumentException("beyond 2^53-1: " + value);
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Json {}
}
