package org.liuhen.server.acts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;

/** Records of core, in the form of docs/formats.md section 2.6a, as maps and lists that an answer is written from. */
public final class PlainJson {

    private PlainJson() {}

    /** The fields of a record. */
    public static Map<String, Object> of(Record value) {
        return of(Records.write(value));
    }

    /** The fields of a record of a sealed choice, and which one it is. */
    public static Map<String, Object> chosen(Record value) {
        var fields = of(value);
        fields.put("is", Records.choice(value.getClass()));
        return fields;
    }

    /** The fields of each. */
    public static List<Map<String, Object>> all(Iterable<? extends Record> values) {
        var all = new java.util.ArrayList<Map<String, Object>>();
        values.forEach(value -> all.add(of(value)));
        return all;
    }

    /** The same of what is JSON already. */
    public static Map<String, Object> of(Json.Fields fields) {
        var plain = new TreeMap<String, Object>();
        fields.values().forEach((name, value) -> plain.put(name, of(value)));
        return plain;
    }

    private static Object of(Json json) {
        return switch (json) {
            case Json.Fields fields -> of(fields);
            case Json.Items items -> items.values().stream().map(PlainJson::of).toList();
            case Json.Text text -> text.value();
            case Json.Whole whole -> whole.value();
            case Json.Flag flag -> flag.value();
        };
    }
}
