package org.liuhen.server.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.Alteration;
import org.liuhen.core.cases.documents.FieldValue;

/** Finds where a text was altered: field by field, in a table row by row, in a dialogue exchange by exchange. */
final class Alterations {

    private final Function<String, String> name;
    private final List<Alteration> places = new ArrayList<>();
    private int last;

    private Alterations(int last, Function<String, String> name) {
        this.last = last;
        this.name = name;
    }

    /**
     * The altered places in the order of the paper.
     *
     * @param last number of the last place that was altered before
     * @param name how ids of people, documents and recordings are printed
     */
    static List<Alteration> between(Map<String, FieldValue> before, Map<String, FieldValue> after, List<String> fields, int last,
            Function<String, String> name) {
        var found = new Alterations(last, name);
        for (var field : fields) found.compare(field, before.get(field), after.get(field));
        return found.places;
    }

    private void compare(String place, @Nullable FieldValue before, @Nullable FieldValue after) {
        if (Objects.equals(before, after)) return;
        if (before instanceof FieldValue.Dialogue(var was) && after instanceof FieldValue.Dialogue(var is)) {
            for (var i = 0; i < Math.max(was.size(), is.size()); i++) {
                note(place + "[" + (i + 1) + "]", i < was.size() ? text(was.get(i)) : "", i < is.size() ? text(is.get(i)) : "");
            }
        } else if (before instanceof FieldValue.Rows(var was) && after instanceof FieldValue.Rows(var is)) {
            for (var i = 0; i < Math.max(was.size(), is.size()); i++) {
                note(place + "[" + (i + 1) + "]", i < was.size() ? text(was.get(i)) : "", i < is.size() ? text(is.get(i)) : "");
            }
        } else {
            places.add(new Alteration(++last, place, text(before), text(after)));
        }
    }

    private void note(String place, String before, String after) {
        if (!before.equals(after)) places.add(new Alteration(++last, place, before, after));
    }

    private static String text(FieldValue.Exchange exchange) {
        return "问：" + exchange.question() + "\n答：" + exchange.answer();
    }

    private String text(Map<String, FieldValue> row) {
        var cells = new ArrayList<String>();
        row.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(cell -> cells.add(cell.getKey() + "：" + text(cell.getValue())));
        return String.join("；", cells);
    }

    private String text(@Nullable FieldValue value) {
        return switch (value) {
            case null -> "";
            case FieldValue.Text(var text) -> text;
            case FieldValue.Time(var at) -> at.toString();
            case FieldValue.Day(var day) -> day.toString();
            case FieldValue.Whole(var number) -> Long.toString(number);
            case FieldValue.Money(var yuan) -> yuan;
            case FieldValue.Words(var words) -> String.join("、", words);
            case FieldValue.Person(var person) -> name.apply(person.toString());
            case FieldValue.Officers(var people) -> String.join("、", people.stream().map(person -> name.apply(person.toString())).toList());
            case FieldValue.YesNo(var yes) -> yes ? "是" : "否";
            case FieldValue.Refs(var refs) -> String.join("、", refs.stream().map(name).toList());
            case FieldValue.Rows(var rows) -> String.join("\n", rows.stream().map(this::text).toList());
            case FieldValue.Dialogue(var exchanges) -> String.join("\n", exchanges.stream().map(Alterations::text).toList());
        };
    }
}
