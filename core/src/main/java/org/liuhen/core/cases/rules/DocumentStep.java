package org.liuhen.core.cases.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/**
 * A document that is about to be final.
 *
 * @param template now in force; empty where the library has none of that id any more
 * @param officers people of the document who are officers, as the register knows them
 * @param on the day of the act, whose law counts
 */
public record DocumentStep(
        Begun begun, CaseDocument document, Optional<Template> template, Map<PersonId, Officer> officers, LocalDate on) {

    public DocumentStep {
        officers = Map.copyOf(officers);
    }

    /** Everybody who acts as an officer in it: named in its field or signing as one. */
    public static SequencedSet<PersonId> acting(CaseDocument document) {
        var people = new LinkedHashSet<PersonId>();
        if (document.values().get("officers") instanceof FieldValue.Officers(var named)) people.addAll(named);
        document.marks().signatures().stream()
                .filter(signed -> signed.as() == Capacity.OFFICER)
                .forEach(signed -> signed.officer().ifPresent(people::add));
        return people;
    }

    /** Different certificates among them that are valid on the day. */
    long certificates(Collection<PersonId> people) {
        return people.stream().map(officers::get).filter(this::valid).map(Officer::certificate).distinct().count();
    }

    /** Whether he is registered with a certificate that is valid on the day. */
    boolean valid(@Nullable Officer officer) {
        return officer != null && !on.isBefore(officer.certificateFrom()) && !on.isAfter(officer.certificateTo());
    }

    boolean records(RecordedContent content) {
        return document.form().records().contains(content);
    }

    /** Whether something stands in the field. */
    boolean filled(String field) {
        return switch (document.filled().get(field)) {
            case null -> false;
            case FieldValue.Text(var text) -> !text.isBlank();
            case FieldValue.Money(var yuan) -> !yuan.isBlank();
            case FieldValue.Words(var words) -> !words.isEmpty();
            case FieldValue.Officers(var people) -> !people.isEmpty();
            case FieldValue.Rows(var rows) -> !rows.isEmpty();
            case FieldValue.Dialogue(var exchanges) -> !exchanges.isEmpty();
            case FieldValue.Refs(var refs) -> !refs.isEmpty();
            case FieldValue.Time _, FieldValue.Day _, FieldValue.Whole _, FieldValue.Person _, FieldValue.YesNo _ -> true;
        };
    }

    /** The names in a table of people, in their order. */
    List<String> names(String table) {
        if (!(document.values().get(table) instanceof FieldValue.Rows(var rows))) return List.of();
        return rows.stream()
                .map(row -> row.get("name") instanceof FieldValue.Text(var name) ? name.strip() : "")
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
