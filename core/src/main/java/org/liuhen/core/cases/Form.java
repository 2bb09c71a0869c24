package org.liuhen.core.cases;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.values.Bilingual;

/**
 * What the rules must know of a document's template, as it was when the document was begun: a later change of the library
 * does not reach a draft.
 *
 * @param fields names of the fields, in their order
 * @param numbered whether it has a number of the agency's series
 * @param served whether it must be served on the party
 * @param source where the form comes from
 */
public record Form(
        TemplateId template, Bilingual title, DocumentKind kind, Optional<Stage> stage, VolumeSide volume,
        List<RecordedContent> records, List<String> fields, List<SignaturePlace> signatures, boolean agencySeal, boolean numbered,
        Optional<ApprovalMatter> approval, boolean served, FormSource source) {

    public Form {
        records = List.copyOf(records);
        fields = List.copyOf(fields);
        signatures = List.copyOf(signatures);
    }

    /** Of the template as it is now. */
    public static Form of(Template template) {
        return new Form(template.id(), template.title(), template.kind(), template.stage(), template.volume(), template.records(),
                template.fields().stream().map(TemplateField::name).toList(), template.signatures(), template.agencySeal(),
                template.numberWord().isPresent(), template.approval(), template.served(),
                template.source());
    }

    /** Whether somebody signs in that capacity. */
    public boolean hasPlace(Capacity as) {
        return signatures.stream().anyMatch(place -> place.as() == as);
    }

    /** Whether it tells a party the decision of the case (决定文书). */
    public boolean isDecision() {
        return kind == DocumentKind.ISSUED && stage.filter(Stage.REVIEW_DECISION::equals).isPresent()
                && approval.filter(matter -> matter != ApprovalMatter.DECISION && matter != ApprovalMatter.LICENCE_DECISION)
                        .isEmpty();
    }
}
