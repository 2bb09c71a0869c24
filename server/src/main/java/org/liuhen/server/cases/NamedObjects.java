package org.liuhen.server.cases;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.values.Digest;

/** The objects of the vault that a command names: pictures, scans, vouchers. */
final class NamedObjects {

    private NamedObjects() {}

    static Set<Digest> in(Object value) {
        var found = new LinkedHashSet<Digest>();
        collect(value, found);
        return found;
    }

    private static void collect(Object value, Set<Digest> found) {
        switch (value) {
            case Digest digest -> found.add(digest);
            case Optional<?> optional -> optional.ifPresent(present -> collect(present, found));
            case Iterable<?> items -> items.forEach(item -> collect(item, found));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, found));
            case Record parts -> {
                for (var part : parts.getClass().getRecordComponents()) collect(get(part, parts), found);
            }
            default -> {} // texts, numbers, days and words name nothing
        }
    }

    private static Object get(RecordComponent part, Record whole) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command does not tell its " + part.getName(), e);
        }
    }
}
