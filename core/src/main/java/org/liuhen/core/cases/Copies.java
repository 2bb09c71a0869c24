package org.liuhen.core.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unchangeable copies that keep their order. */
final class Copies {

    private Copies() {}

    static <K, V> Map<K, V> of(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        var next = new LinkedHashMap<>(map);
        next.put(key, value);
        return next;
    }

    static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        var next = new LinkedHashMap<>(map);
        next.remove(key);
        return next;
    }

    static <T> List<T> add(List<T> list, T item) {
        var next = new ArrayList<>(list);
        next.add(item);
        return next;
    }

    static <T> Set<T> add(Set<T> set, T item) {
        var next = new HashSet<>(set);
        next.add(item);
        return next;
    }
}
