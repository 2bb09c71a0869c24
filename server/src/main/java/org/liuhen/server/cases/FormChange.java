package org.liuhen.server.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.Form;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;

/**
 * How the library's form differs from the one that a document was begun with. The document keeps what it holds; it is brought to the form
 * in force by drafting it anew with what fits and voiding the old draft.
 *
 * @param gone whether the library has the form no more
 * @param added fields that the form in force has and the document's had not
 * @param unfit fields whose content the form in force does not take
 */
record FormChange(boolean gone, List<String> added, List<String> unfit) {

    FormChange {
        added = List.copyOf(added);
        unfit = List.copyOf(unfit);
    }

    /** Nothing where the form is the same and takes what the document holds. */
    static Optional<FormChange> of(CaseDocument document, Optional<Template> inForce) {
        if (inForce.isEmpty()) return Optional.of(new FormChange(true, List.of(), document.values().keySet().stream().sorted().toList()));
        var template = inForce.get();
        var unfit = unfit(template, document.values());
        if (unfit.isEmpty() && Form.of(template).equals(document.form())) return Optional.empty();
        var added = template.fields().stream().map(TemplateField::name).filter(name -> !document.form().fields().contains(name)).toList();
        return Optional.of(new FormChange(false, added, unfit));
    }

    /** A fault within a table or a dialogue is one of its whole field. */
    private static List<String> unfit(Template template, Map<String, FieldValue> values) {
        return template.checkDraft(values).stream().map(FieldFault::place).map(place -> place.split("[\\[.]", 2)[0]).distinct().toList();
    }
}
