package org.liuhen.formats.events;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.Json;

/**
 * Bring the fields of an old version of a type up to the newest.
 *
 * @param steps type → its steps; step {@code i} (from 0) leads from version {@code i + 1} to {@code i + 2}. A type without steps
 *     has
 *     version 1 only.
 */
record Upcasters(Map<String, List<UnaryOperator<Json.Fields>>> steps) {

    Upcasters {
        steps = Map.copyOf(steps);
    }

    /** The newest version of the type. */
    int newest(String type) {
        return 1 + steps.getOrDefault(type, List.of()).size();
    }

    /**
     * The fields as the newest version has them.
     *
     * @throws Malformed if there is no such version
     */
    Json.Fields bring(String type, int version, Json.Fields data) {
        if (version < 1 || version > newest(type)) {
            throw new Malformed(type + " of version " + version + "; this program reads 1 to " + newest(type));
        }
        var fields = data;
        for (var step : steps.getOrDefault(type, List.of()).subList(version - 1, newest(type) - 1)) {
            fields = step.apply(fields);
        }
        return fields;
    }
}
