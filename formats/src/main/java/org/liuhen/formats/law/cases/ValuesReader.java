package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuhen.core.cases.OpinionBlock;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.values.PersonId;
import org.liuhen.formats.yaml.YamlValue;
import org.liuhen.formats.yaml.YamlValue.YamlObject;

/** What stands in the fields of a document: written in the case, or made up where the case does not care. */
final class ValuesReader {

    /** What stands in a text that nobody wrote. */
    static final String TEXT = "见卷内材料";

    private static final int OFFICERS = 2;

    private final Names names;
    private final Instant at;
    private final LocalDate day;

    ValuesReader(Names names, Instant at, LocalDate day) {
        this.names = names;
        this.at = at;
        this.day = day;
    }

    /** Puts down the fields that are written; one that is written as nothing is empty. */
    void write(Map<String, FieldValue> values, YamlValue written, List<TemplateField> fields) {
        written.object().all().forEach((name, value) -> {
            var field = fields.stream().filter(one -> one.name().equals(name)).findFirst()
                    .orElseThrow(() -> value.wrong("文书没有栏目 " + name, "the document has no field " + name));
            if (value.isText() && value.textOrEmpty().isBlank()) {
                values.remove(name);
            } else {
                values.put(name, value(value, field.type()));
            }
        });
    }

    /** Puts down what an altered place says, where its field is a text. */
    void alter(Map<String, FieldValue> values, YamlObject place, List<TemplateField> fields) {
        var name = place.get("field").text();
        fields.stream().filter(field -> field.name().equals(name)).map(TemplateField::type)
                .filter(type -> type instanceof FieldType.Text || type instanceof FieldType.LongText)
                .findFirst()
                .ifPresent(type -> values.put(name, value(place.get("after"), type)));
    }

    private Map<String, FieldValue> row(YamlValue written, List<TemplateField> columns) {
        var row = new HashMap<String, FieldValue>();
        write(row, written, columns);
        return row;
    }

    private FieldValue value(YamlValue value, FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.LongText _ -> new FieldValue.Text(value.text());
            case FieldType.Time _ -> new FieldValue.Time(value.text(Moments::instant));
            case FieldType.Day _ -> new FieldValue.Day(value.text(Moments::day));
            case FieldType.Whole _ -> new FieldValue.Whole(value.text(Long::parseLong));
            case FieldType.Money _ -> new FieldValue.Money(value.text());
            case FieldType.Choice _ -> new FieldValue.Words(texts(value));
            case FieldType.Person _ -> new FieldValue.Person(person(value));
            case FieldType.Officers _ -> new FieldValue.Officers(value.list().stream().map(ValuesReader::person).toList());
            case FieldType.YesNo _ -> new FieldValue.YesNo(value.text(Moments::yes));
            case FieldType.Document _, FieldType.Documents _, FieldType.Recordings _ ->
                    new FieldValue.Refs(texts(value).stream().map(name -> names.id(name).toString()).toList());
            case FieldType.Articles _ -> new FieldValue.Refs(texts(value));
            case FieldType.Items items -> new FieldValue.Rows(value.list().stream().map(row -> row(row, items.columns())).toList());
            case FieldType.Dialogue _ -> new FieldValue.Dialogue(value.list().stream().map(ValuesReader::exchange).toList());
        };
    }

    private static FieldValue.Exchange exchange(YamlValue value) {
        var in = value.object();
        var exchange = new FieldValue.Exchange(in.get("question").text(), in.get("answer").text());
        in.end();
        return exchange;
    }

    private static List<String> texts(YamlValue value) {
        return value.isList() ? value.list().stream().map(YamlValue::text).toList() : List.of(value.text());
    }

    /** Somebody of the cast. */
    static PersonId person(YamlValue value) {
        return Cast.named(value.text())
                .orElseThrow(() -> value.wrong("没有这个人；可用：" + Cast.names(), "nobody of this name; there are: " + Cast.names()))
                .id();
    }

    /** Something in every field that the template wants filled in, but for the opinions, which people write one by one. */
    Map<String, FieldValue> filled(Template template) {
        return filled(template.fields());
    }

    private Map<String, FieldValue> filled(List<TemplateField> fields) {
        var values = new LinkedHashMap<String, FieldValue>();
        for (var field : fields) {
            if (field.required() && !OpinionBlock.holds(field.name())) values.put(field.name(), madeUp(field));
        }
        return values;
    }

    /** Officers are two, and whoever is named in a table is the one who signs. */
    private FieldValue madeUp(TemplateField field) {
        return switch (field.type()) {
            case FieldType.Text _ when field.name().equals("name") -> new FieldValue.Text(Steps.PARTY);
            case FieldType.Text _, FieldType.LongText _ -> new FieldValue.Text(TEXT);
            case FieldType.Time _ -> new FieldValue.Time(at);
            case FieldType.Day _ -> new FieldValue.Day(day);
            case FieldType.Whole _ -> new FieldValue.Whole(OFFICERS);
            case FieldType.Money _ -> new FieldValue.Money("1000");
            case FieldType.Choice choice -> new FieldValue.Words(List.of(choice.options().getFirst().word()));
            case FieldType.Person _ -> new FieldValue.Person(Cast.members().getFirst().id());
            case FieldType.Officers _ ->
                    new FieldValue.Officers(Cast.members().stream().limit(OFFICERS).map(Cast.Member::id).toList());
            case FieldType.YesNo _ -> new FieldValue.YesNo(false);
            case FieldType.Document _, FieldType.Documents _, FieldType.Recordings _ ->
                    new FieldValue.Refs(List.of(names.id("卷内材料").toString()));
            case FieldType.Articles _ -> new FieldValue.Refs(List.of("有关规定"));
            case FieldType.Items items -> new FieldValue.Rows(List.of(filled(items.columns())));
            case FieldType.Dialogue _ -> new FieldValue.Dialogue(List.of(new FieldValue.Exchange("问：情况如何？", "答：" + TEXT)));
        };
    }
}
