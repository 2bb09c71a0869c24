package org.liuhen.server.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.server.acts.PlainJson;

/** A form of the library as a page draws it. */
final class TemplateView {

    private TemplateView() {}

    static Map<String, Object> of(Template template) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", template.id().value());
        view.put("title", template.title().zh());
        view.put("titleEn", template.title().en());
        view.put("kind", template.kind().word());
        template.stage().ifPresent(stage -> view.put("stage", stage.word()));
        view.put("volume", template.volume().word());
        view.put("records", template.records().stream().map(RecordedContent::word).toList());
        view.put("numbered", template.numberWord().isPresent());
        template.numberWord().ifPresent(word -> view.put("numberWord", word.value()));
        template.approval().ifPresent(matter -> view.put("approval", matter.word()));
        view.put("served", template.served());
        view.put("onSite", template.onSite());
        view.put("copies", template.copies());
        view.put("secrecy", template.secrecy().word());
        view.put("source", template.source().word());
        view.put("signatures", PlainJson.all(template.signatures()));
        view.put("seal", template.agencySeal());
        view.put("fields", template.fields().stream().map(TemplateView::field).toList());
        return view;
    }

    /** A field, or a column of a table. */
    static Map<String, Object> field(TemplateField field) {
        var view = new LinkedHashMap<String, Object>();
        view.put("name", field.name());
        view.put("title", field.title().zh());
        view.put("titleEn", field.title().en());
        view.put("type", type(field.type()));
        view.put("required", field.required());
        if (field.type() instanceof FieldType.Choice(var options, var many)) {
            view.put("words", options.stream().map(TemplateView::option).toList());
            view.put("many", many);
        }
        if (field.type() instanceof FieldType.Items(var columns)) view.put("columns", columns.stream().map(TemplateView::field).toList());
        field.from().ifPresent(from -> view.put("from", from.word()));
        return view;
    }

    private static Map<String, Object> option(FieldType.Option option) {
        return Map.of("word", option.word(), "title", option.title().zh(), "titleEn", option.title().en());
    }

    /** As in docs/formats.md, section 14. */
    private static String type(FieldType type) {
        return switch (type) {
            case FieldType.Text _ -> "text";
            case FieldType.LongText _ -> "longText";
            case FieldType.Time _ -> "time";
            case FieldType.Day _ -> "day";
            case FieldType.Whole _ -> "number";
            case FieldType.Money _ -> "money";
            case FieldType.Choice _ -> "choice";
            case FieldType.Person _ -> "person";
            case FieldType.Officers _ -> "officers";
            case FieldType.Document _ -> "document";
            case FieldType.Documents _ -> "documents";
            case FieldType.Items _ -> "items";
            case FieldType.Dialogue _ -> "dialogue";
            case FieldType.Articles _ -> "articles";
            case FieldType.YesNo _ -> "yesNo";
            case FieldType.Recordings _ -> "recordings";
        };
    }
}
