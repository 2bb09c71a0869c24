package org.liuhen.server.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuhen.server.acts.PlainJson;

/**
 * What only the handlers of a case read: who reported it, and the numbers of identity documents. For everybody else the one is
 * replaced, also in documents, and the other shown in part. Numbers that stand in documents stay: who may read them reads all of it.
 */
final class Masked {

    static final String INFORMANT = "已保密";

    private static final int SHOWN_BEFORE = 4;
    private static final int SHOWN_AFTER = 2;

    private Masked() {}

    /** A number with its middle hidden, and short ones altogether. */
    static String number(String number) {
        var length = number.codePointCount(0, number.length());
        if (length <= 2 * (SHOWN_BEFORE + SHOWN_AFTER)) return "*".repeat(length);
        var from = number.offsetByCodePoints(0, SHOWN_BEFORE);
        var to = number.offsetByCodePoints(0, length - SHOWN_AFTER);
        return number.substring(0, from) + "*".repeat(length - SHOWN_BEFORE - SHOWN_AFTER) + number.substring(to);
    }

    /** The same fields, wherever they stand in the data of an event, with those two hidden. */
    static Map<String, Object> of(Map<String, Object> data) {
        var masked = new TreeMap<String, Object>();
        data.forEach((name, value) -> masked.put(name, field(name, value)));
        if (InformantPapers.FIELD.equals(data.get("field"))) { // an altered place of it
            masked.computeIfPresent("before", (_, _) -> INFORMANT);
            masked.computeIfPresent("after", (_, _) -> INFORMANT);
        }
        return masked;
    }

    @SuppressWarnings("unchecked") // made by PlainJson: the keys of its maps are texts
    private static Object field(String name, Object value) {
        return switch (value) {
            case String number when name.equals("identityNumber") -> number(number);
            case Map<?, ?> fields when name.equals(InformantPapers.FIELD) ->
                    fields.containsKey("is") ? Map.of("is", "text", "text", INFORMANT) : Map.of("name", INFORMANT); // in a form, or as it was stated
            case Map<?, ?> fields -> of((Map<String, Object>) fields);
            case List<?> items -> items.stream().map(item -> field(name, item)).toList();
            default -> value;
        };
    }
}
