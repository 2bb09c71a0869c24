package org.liuhen.core.cases;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.values.Bilingual;

/**
 * What the rules must know of a document's template, as it was when the document was begun: a later change of the library does not
 * reach a draft.
 *
 * @param numbered whether it has a number of the agency's series
 * @param served whether it must be served on the party
 * @param source where the form comes from
 */
public record Form(
        TemplateId template, Bilingual title, DocumentKind kind, Optional<Stage> stage, VolumeSide volume,
        List<RecordedContent> records, List<SignaturePlace> signatures, boolean agencySeal, boolean numbered,
        Optional<ApprovalMatter> approval, boolean served, FormSource source) {

    public Form {
        records = List.copyOf(records);
        signatures = List.copyOf(signatures);
    }

    /** Of the template as it is now. */
    public static Form of(Template template) {
        return new Form(template.id(), template.title(), template.kind(), template.stage(), template.volume(), template.records(),
                template.signatures(), template.agencySeal(), template.numberWord().isPresent(), template.approval(),
                template.served(), template.source());
    }
}
