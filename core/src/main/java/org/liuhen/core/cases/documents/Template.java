package org.liuhen.core.cases.documents;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.values.Bilingual;

/**
 * The form of a document (文书模板). docs/formats.md, section "Document templates".
 *
 * @param stage absent: any stage, the person chooses
 * @param cases kinds of case it is offered in
 * @param records what a final one records
 * @param fields in the order on paper, names unique
 * @param signatures who must sign the paper, in order
 * @param agencySeal whether the agency's seal belongs on it
 * @param numberWord the word in its number, 罚决 in 双市监罚决〔2026〕12号; absent: it has no number
 * @param copies how many are made, at least one
 * @param approval what must be approved before it is final
 * @param served whether it must be served on the party
 * @param onSite whether numbered blanks may be issued beforehand
 * @param secrecy what it is marked as when nothing else is said
 */
public record Template(
        TemplateId id,
        Bilingual title,
        DocumentKind kind,
        Optional<Stage> stage,
        VolumeSide volume,
        List<CaseKind> cases,
        List<RecordedContent> records,
        FormSource source,
        List<TemplateField> fields,
        List<SignaturePlace> signatures,
        boolean agencySeal,
        Optional<NumberWord> numberWord,
        int copies,
        Optional<ApprovalMatter> approval,
        boolean served,
        boolean onSite,
        SecrecyMark secrecy) {

    /** The most copies of one document. */
    public static final int COPIES_MAX = 9;

    public Template {
        cases = List.copyOf(EnumSet.copyOf(cases));
        records = records.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(records));
        fields = List.copyOf(fields);
        signatures = List.copyOf(signatures);
        if (fields.stream().map(TemplateField::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("two fields of " + id + " have one name");
        }
        if (copies < 1 || copies > COPIES_MAX) throw new IllegalArgumentException("not 1 to " + COPIES_MAX + " copies: " + copies);
        if (onSite && numberWord.isEmpty()) throw new IllegalArgumentException("blanks of " + id + " need a number");
        if (volume == VolumeSide.SECONDARY && (served || kind == DocumentKind.ISSUED)) {
            throw new IllegalArgumentException("what stands in the secondary volume never reaches a party: " + id);
        }
    }

    /** The field of that name. */
    public Optional<TemplateField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * What is wrong with a document that is to be final, in the order of the fields; strangers last. Text is otherwise free:
     * whoever shows it escapes it.
     */
    public List<FieldFault> check(Map<String, FieldValue> values) {
        return FieldCheck.all(fields, values, true);
    }

    /** As {@link #check}, of a draft: what is still empty is no fault. */
    public List<FieldFault> checkDraft(Map<String, FieldValue> values) {
        return FieldCheck.all(fields, values, false);
    }
}
