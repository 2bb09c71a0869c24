package org.liuhen.server.cases.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;

/**
 * A template with what was entered, as words on paper. Legal times are those of China (section 1 of docs/formats.md).
 *
 * @param names how ids of people, documents and recordings are printed
 */
record FilledForm(Template template, Map<String, FieldValue> values, Map<String, String> names) {

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("y年M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));
    private static final String BETWEEN = "、";

    Sheet sheet() {
        var parts = new ArrayList<Sheet.Part>();
        for (var field : template.fields()) parts.add(part(field));
        return new Sheet(template.kind() == DocumentKind.ISSUED ? Sheet.Look.LETTER : Sheet.Look.FORM, template.title().zh(), parts,
            signatures(), template.agencySeal());
    }

    private Sheet.Part part(TemplateField field) {
        var label = field.title().zh();
        var value = values.get(field.name());
        return switch (field.type()) {
            case FieldType.LongText _ -> new Sheet.Passage(label, printed(field.type(), value));
            case FieldType.Articles _, FieldType.Documents _, FieldType.Recordings _ -> new Sheet.Passage(label, lines(value));
            case FieldType.Items items -> new Sheet.Grid(label, items.columns().stream().map(column -> column.title().zh()).toList(), rows(items, value));
            case FieldType.Dialogue _ -> new Sheet.Dialogue(label, exchanges(value));
            case FieldType.Text _, FieldType.Time _, FieldType.Day _, FieldType.Whole _, FieldType.Money _, FieldType.Choice _, FieldType.Person _,
                FieldType.Officers _, FieldType.Document _, FieldType.YesNo _ -> new Sheet.Row(label, printed(field.type(), value));
        };
    }

    private static List<Sheet.Exchange> exchanges(@Nullable FieldValue value) {
        if (!(value instanceof FieldValue.Dialogue(var exchanges))) return List.of();
        return exchanges.stream().map(exchange -> new Sheet.Exchange(exchange.question(), exchange.answer())).toList();
    }

    private List<List<String>> rows(FieldType.Items items, @Nullable FieldValue value) {
        if (!(value instanceof FieldValue.Rows(var rows))) return List.of();
        return rows.stream()
            .map(row -> items.columns().stream().map(column -> printed(column.type(), row.get(column.name()))).toList())
            .toList();
    }

    /** Several references stand one below the other. */
    private String lines(@Nullable FieldValue value) {
        if (!(value instanceof FieldValue.Refs(var refs))) return "";
        return refs.stream().map(this::name).collect(Collectors.joining("\n"));
    }

    private String printed(FieldType type, @Nullable FieldValue value) {
        if (value == null) return "";
        return switch (value) {
            case FieldValue.Text(var text) -> text;
            case FieldValue.Time(Instant at) -> MOMENT.format(at);
            case FieldValue.Day(var day) -> SheetHtml.day(day);
            case FieldValue.Whole(var number) -> Long.toString(number);
            case FieldValue.Money(var yuan) -> yuan + "元";
            case FieldValue.Words(var words) when type instanceof FieldType.Choice choice ->
                words.stream().map(word -> title(choice, word)).collect(Collectors.joining(BETWEEN));
            case FieldValue.Words(var words) -> String.join(BETWEEN, words);
            case FieldValue.Person(var person) -> name(person.toString());
            case FieldValue.Officers(var people) -> people.stream().map(person -> name(person.toString())).collect(Collectors.joining(BETWEEN));
            case FieldValue.YesNo(var yes) -> yes ? "是" : "否";
            case FieldValue.Refs(var refs) -> refs.stream().map(this::name).collect(Collectors.joining(BETWEEN));
            case FieldValue.Rows _, FieldValue.Dialogue _ -> throw new IllegalArgumentException("not in one line: " + type);
        };
    }

    private static String title(FieldType.Choice choice, String word) {
        return choice.options().stream().filter(option -> option.word().equals(word)).map(option -> option.title().zh()).findFirst().orElse(word);
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }

    private List<Sheet.Signature> signatures() {
        var places = new ArrayList<Sheet.Signature>();
        var counts = new EnumMap<Capacity, Integer>(Capacity.class);
        for (var place : template.signatures()) {
            for (int i = 0; i < place.count(); i++) {
                int n = counts.merge(place.as(), 1, Integer::sum);
                places.add(new Sheet.Signature("sign-" + place.as().word() + "-" + n, label(place.as())));
            }
        }
        return places;
    }

    private static String label(Capacity capacity) {
        return switch (capacity) {
            case PARTY -> "当事人（签名或者盖章、捺印）";
            case PERSON_PRESENT -> "在场人（签名或者捺印）";
            case PERSON_CONCERNED -> "有关人员（签名或者捺印）";
            case OFFICER -> "执法人员（签名、执法证号）";
            case RECORDER -> "记录人（签名）";
            case ATTESTING_WITNESS -> "见证人（签名或者捺印）";
            case HOST -> "主持人（签名）";
            case PARTICIPANT -> "参加人（签名）";
            case EXPERT -> "专家（签名）";
            case HANDLER -> "承办人（签名）";
            case REVIEWER -> "审核人（签名）";
            case APPROVER -> "批准人（签名）";
            case RECIPIENT -> "受送达人或者代收人（签名或者盖章）";
            case SERVER -> "送达人（签名）";
            case CUSTODIAN -> "保管人（签名）";
        };
    }
}
