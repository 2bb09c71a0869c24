package org.liuhen.core.cases;

import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.documents.NumberWord;
import org.liuhen.core.cases.documents.SecrecyMark;
import org.liuhen.core.cases.documents.SignaturePlace;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateField;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;

/** Forms of documents, what is entered in them, and marks on them. */
final class TestPapers {

    static final DocumentId RECORD = new DocumentId(new UUID(0, 0x20));
    static final DocumentId OTHER = new DocumentId(new UUID(0, 0x21));

    /** 询问笔录. */
    static final Template INQUIRY = new Sheet("inquiry-record", DocumentKind.EVIDENCE)
            .records(RecordedContent.INQUIRY, RecordedContent.OFFICER_IDENTITY).onSite()
            .field("questions", new FieldType.LongText(), true)
            .signed(Capacity.PERSON_CONCERNED, 1).signed(Capacity.OFFICER, 2).template();
    /** 现场检查笔录. */
    static final Template INSPECTION = new Sheet("inspection-record", DocumentKind.EVIDENCE)
            .records(RecordedContent.SITE_INSPECTION, RecordedContent.OFFICER_IDENTITY, RecordedContent.OBJECT_BASICS,
                    RecordedContent.SITE_CONDITIONS, RecordedContent.RESULT).onSite()
            .field("objectBasics", new FieldType.LongText(), false).field("siteConditions", new FieldType.LongText(), false)
            .field("result", new FieldType.LongText(), false)
            .signed(Capacity.PARTY, 1).signed(Capacity.OFFICER, 2).template();
    /** 行政处罚决定书. */
    static final Template DECISION = new Sheet("penalty-decision", DocumentKind.ISSUED).stage(Stage.REVIEW_DECISION)
            .field("decision", new FieldType.LongText(), true).field("issuedOn", new FieldType.Day(), false)
            .numbered("罚决").sealed().approvedAs(ApprovalMatter.DECISION).template();
    /** 责令改正通知书: goes out, and needs no approval here. */
    static final Template ORDER = new Sheet("correction-order", DocumentKind.ISSUED)
            .field("order", new FieldType.LongText(), true).field("issuedOn", new FieldType.Day(), false).sealed().template();
    /** 立案审批表. */
    static final Template APPROVAL_FORM = new Sheet("case-opening-approval", DocumentKind.INTERNAL_APPROVAL)
            .stage(Stage.INITIATION)
            .field("handlerOpinion", new FieldType.LongText(), true).field("handlerReason", new FieldType.LongText(), true)
            .field("handledOn", new FieldType.Day(), true).field("reviewerOpinion", new FieldType.LongText(), true)
            .field("reviewedOn", new FieldType.Day(), true).field("approverOpinion", new FieldType.LongText(), true)
            .field("approvedOn", new FieldType.Day(), true).signed(Capacity.APPROVER, 1).template();
    /** 听证笔录. */
    static final Template HEARING = new Sheet("hearing-record", DocumentKind.HEARING)
            .records(RecordedContent.HEARING_AND_ARGUMENT)
            .field("participants", new FieldType.Items(List.of(column("name"), column("role"))), true)
            .signed(Capacity.HOST, 1).signed(Capacity.PARTICIPANT, 1).template();
    /** 集体讨论记录. */
    static final Template MINUTES = new Sheet("collective-discussion-minutes", DocumentKind.INTERNAL_APPROVAL)
            .stage(Stage.REVIEW_DECISION).records(RecordedContent.COLLECTIVE_DISCUSSION)
            .field("conclusion", new FieldType.LongText(), true).template();
    /** 权利义务告知书. */
    static final Template RIGHTS = new Sheet("rights-notice", DocumentKind.ISSUED).records(RecordedContent.RIGHTS_NOTICE)
            .field("manner", new FieldType.Text(), false).field("issuedOn", new FieldType.Day(), false).sealed().template();

    private TestPapers() {}

    private static TemplateField column(String name) {
        return new TemplateField(name, new Bilingual(name, name), new FieldType.Text(), true, Optional.empty());
    }

    static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }

    /** What stands in a complete record of an act of two officers on 10 April. */
    static Map<String, FieldValue> onSite(PersonId... officers) {
        return Map.of("beganAt", new FieldValue.Time(at("04-10T09:00")), "endedAt", new FieldValue.Time(at("04-10T10:00")),
                "officers", new FieldValue.Officers(List.of(officers)), "officerCount", new FieldValue.Whole(officers.length),
                "certificateShown", text("已向当事人出示"));
    }

    static Map<String, FieldValue> inquiry() {
        return and(onSite(TestPeople.ZHANG, TestPeople.LI), "questions", text("问：…… 答：……"));
    }

    static Map<String, FieldValue> inspection() {
        return and(and(and(onSite(TestPeople.ZHANG, TestPeople.LI), "objectBasics", text("个体工商户")), "siteConditions",
                text("货架 3 个")),
                "result", text("未见异常"));
    }

    static Map<String, FieldValue> and(Map<String, FieldValue> values, String field, FieldValue value) {
        var next = new HashMap<>(values);
        next.put(field, value);
        return next;
    }

    static Map<String, FieldValue> but(Map<String, FieldValue> values, String field) {
        var next = new HashMap<>(values);
        next.remove(field);
        return next;
    }

    static CaseCommand draft(DocumentId id, Template template, Map<String, FieldValue> values) {
        return new DocumentCommand.DraftDocument(id, template.id(), values);
    }

    static CaseCommand lock(DocumentId id, int pages) {
        return new DocumentCommand.LockText(id, digest(1), pages, 1000);
    }

    static CaseCommand finalise(DocumentId id) {
        return new DocumentCommand.FinaliseDocument(id);
    }

    static Signed signature(Capacity as, String name, SignKind kind) {
        return new Signed(as, name, Optional.empty(), kind, day("04-10"), false, Optional.of(digest(7)));
    }

    static Signed officer(PersonId person) {
        return new Signed(Capacity.OFFICER, TestPeople.nameOf(person), Optional.of(person), SignKind.SIGNATURE, day("04-10"),
                false,
                Optional.of(digest(7)));
    }

    static CaseCommand sign(DocumentId id, Signed signed) {
        return new DocumentCommand.SignDocument(id, signed);
    }

    static CaseCommand refuses(DocumentId id, Capacity as, String name, PersonId... officers) {
        return new DocumentCommand.NoteRefusal(id, as, name, "当事人拒绝签字", at("04-10T10:00"), List.of(officers));
    }

    /** A form, field by field. */
    static final class Sheet {
        private final String id;
        private final DocumentKind kind;
        private final List<TemplateField> fields = new ArrayList<>();
        private final List<SignaturePlace> places = new ArrayList<>();
        private List<RecordedContent> records = List.of();
        private Stage stage = Stage.INVESTIGATION;
        private Optional<NumberWord> number = Optional.empty();
        private Optional<ApprovalMatter> approval = Optional.empty();
        private boolean seal;

        Sheet(String id, DocumentKind kind) {
            this.id = id;
            this.kind = kind;
        }

        Sheet records(RecordedContent... contents) {
            records = List.of(contents);
            return this;
        }

        Sheet stage(Stage at) {
            stage = at;
            return this;
        }

        Sheet onSite() {
            return field("beganAt", new FieldType.Time(), true).field("endedAt", new FieldType.Time(), true)
                    .field("officers", new FieldType.Officers(), false).field("officerCount", new FieldType.Whole(), false)
                    .field("certificateShown", new FieldType.Text(), false);
        }

        Sheet field(String name, FieldType type, boolean required) {
            fields.add(new TemplateField(name, new Bilingual("栏目" + name, name), type, required, Optional.empty()));
            return this;
        }

        Sheet signed(Capacity as, int count) {
            places.add(new SignaturePlace(as, count));
            return this;
        }

        Sheet numbered(String word) {
            number = Optional.of(new NumberWord(word));
            return this;
        }

        Sheet sealed() {
            seal = true;
            return this;
        }

        Sheet approvedAs(ApprovalMatter matter) {
            approval = Optional.of(matter);
            return this;
        }

        Template template() {
            var side = kind == DocumentKind.INTERNAL_APPROVAL ? VolumeSide.SECONDARY : VolumeSide.MAIN;
            return new Template(new TemplateId(id), new Bilingual(id, id), kind, Optional.of(stage), side,
                    List.of(CaseKind.PENALTY, CaseKind.LICENCE, CaseKind.INSPECTION), records, FormSource.PRODUCT, fields,
                            places, seal, number, 1,
                    approval, kind == DocumentKind.ISSUED, false, SecrecyMark.NONE);
        }
    }
}
