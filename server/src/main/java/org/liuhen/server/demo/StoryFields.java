package org.liuhen.server.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;
import tools.jackson.databind.JsonNode;

/** The fields of a document: what the story says, then what the server fills in beforehand, then the usual words. */
final class StoryFields {

    private static final String USUAL = "/demo/cases/usual.yaml";
    private static final int BYTES_MAX = 100_000;

    private final StoryWords words;
    private final YamlObject usual;

    StoryFields(StoryWords words) throws IOException {
        this.words = words;
        try (var in = StoryFields.class.getResourceAsStream(USUAL)) {
            if (in == null) throw new IllegalStateException(USUAL + " is part of the program");
            usual = YamlValue.parse(in.readAllBytes(), BYTES_MAX).object();
        }
    }

    /** Field → value, every mandatory one with something. @param begins what the server fills in */
    Map<String, Object> values(JsonNode template, JsonNode begins, Optional<YamlValue> said, Instant at) {
        var spoken = said.map(one -> one.object().all()).orElse(Map.of());
        var values = new LinkedHashMap<String, Object>();
        for (var field : template.path("fields")) {
            var name = field.path("name").stringValue();
            var type = field.path("type").stringValue();
            var told = spoken.get(name);
            if (told != null) values.put(name, value(field, type, told, at));
            else if (begins.has(name)) values.put(name, begins.get(name));
            else if (field.path("required").booleanValue() && !isOpinion(template, name)) values.put(name, usual(field, name, type, at));
        }
        spoken.entrySet().stream().filter(told -> !values.containsKey(told.getKey())).findFirst().ifPresent(told -> {
            throw told.getValue().wrong("文书没有栏目 " + told.getKey(), "the document has no field " + told.getKey());
        });
        return values;
    }

    /** Opinions on a form of approval are written by those whose opinions they are. */
    private static boolean isOpinion(JsonNode template, String name) {
        return template.path("kind").stringValue().equals("internalApproval")
                && List.of("handlerOpinion", "handlerReason", "handledOn", "reviewerOpinion", "reviewedOn", "approverOpinion", "approvedOn")
                        .contains(name);
    }

    private Object value(JsonNode field, String type, YamlValue said, Instant at) {
        return switch (type) {
            case "text", "longText" -> is("text", "text", said.text());
            case "time" -> is("time", "at", words.meant(said.text()));
            case "day" -> is("day", "day", words.meant(said.text()));
            case "number" -> is("whole", "number", said.text(Long::parseLong));
            case "money" -> is("money", "yuan", said.text());
            case "choice" -> is("words", "words", texts(said));
            case "person" -> is("person", "person", words.meant(said.text()));
            case "officers" -> is("officers", "people", texts(said));
            case "yesNo" -> is("yesNo", "yes", said.text(Boolean::valueOf));
            case "document", "documents", "recordings", "articles" -> is("refs", "refs", texts(said));
            case "items" -> is("rows", "rows", said.list().stream().map(row -> cells(field, row, at)).toList());
            case "dialogue" -> is("dialogue", "exchanges", said.list().stream().map(words::fields).toList());
            default -> throw said.wrong("不认识的栏目类型 " + type, "an unknown type of field: " + type);
        };
    }

    private Map<String, Object> cells(JsonNode field, YamlValue row, Instant at) {
        var cells = new LinkedHashMap<String, Object>();
        var spoken = row.object().all();
        for (var column : field.path("columns")) {
            var name = column.path("name").stringValue();
            var type = column.path("type").stringValue();
            var said = spoken.get(name);
            if (said != null) cells.put(name, value(column, type, said, at));
            else if (column.path("required").booleanValue()) cells.put(name, usual(column, name, type, at));
        }
        return cells;
    }

    private List<String> texts(YamlValue said) {
        return said.isList() ? said.list().stream().map(one -> words.meant(one.text())).toList() : List.of(words.meant(said.text()));
    }

    private Object usual(JsonNode field, String name, String type, Instant at) {
        var said = usual.maybe(name);
        return switch (type) {
            case "text", "longText" -> is("text", "text", said.filter(YamlValue::isText).orElseGet(() -> usual.get("text")).text());
            case "time" -> is("time", "at", StoryWords.written(at));
            case "day" -> is("day", "day", StoryWords.day(at).toString());
            case "number" -> is("whole", "number", 2);
            case "money" -> is("money", "yuan", "1000");
            case "choice" -> is("words", "words", List.of(said.filter(YamlValue::isText).map(YamlValue::text).filter(word -> offers(field, word))
                    .orElseGet(() -> field.path("words").path(0).path("word").stringValue())));
            case "person" -> is("person", "person", words.meant("$officer2"));
            case "officers" -> is("officers", "people", List.of(words.meant("$officer1"), words.meant("$officer2")));
            case "yesNo" -> is("yesNo", "yes", true);
            case "articles" -> is("refs", "refs", List.of(usual.get("articles").text()));
            case "items" -> is("rows", "rows", List.of(row(field, at)));
            case "dialogue" -> is("dialogue", "exchanges", usual.get("dialogue").list().stream().map(words::fields).toList());
            default -> throw new IllegalStateException("the story must say the field " + name + " of type " + type);
        };
    }

    private Map<String, Object> row(JsonNode field, Instant at) {
        var cells = new LinkedHashMap<String, Object>();
        for (var column : field.path("columns")) {
            var name = column.path("name").stringValue();
            if (column.path("required").booleanValue()) cells.put(name, usual(column, name, column.path("type").stringValue(), at));
        }
        return cells;
    }

    private static boolean offers(JsonNode field, String word) {
        return field.path("words").valueStream().anyMatch(one -> one.path("word").stringValue().equals(word));
    }

    private static Map<String, Object> is(String which, String name, Object value) {
        return Map.of("is", which, name, value);
    }
}
