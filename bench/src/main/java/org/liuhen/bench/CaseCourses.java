package org.liuhen.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.Acceptance;
import org.liuhen.core.cases.AcceptanceOutcome;
import org.liuhen.core.cases.ActId;
import org.liuhen.core.cases.Application;
import org.liuhen.core.cases.ApprovalEvent;
import org.liuhen.core.cases.ApprovalId;
import org.liuhen.core.cases.ApprovalStep;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CorrectionResult;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.EndGround;
import org.liuhen.core.cases.ExecutionEvent;
import org.liuhen.core.cases.FiledRecording;
import org.liuhen.core.cases.Form;
import org.liuhen.core.cases.LicenceEvent;
import org.liuhen.core.cases.LifeEvent;
import org.liuhen.core.cases.LiftManner;
import org.liuhen.core.cases.MeasureEvent;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.cases.Origin;
import org.liuhen.core.cases.Party;
import org.liuhen.core.cases.PartyId;
import org.liuhen.core.cases.PartyKind;
import org.liuhen.core.cases.PerformanceStatus;
import org.liuhen.core.cases.Procedure;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.cases.Proposal;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.RightResponse;
import org.liuhen.core.cases.ServiceEvent;
import org.liuhen.core.cases.ServiceFacts;
import org.liuhen.core.cases.ServiceId;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.cases.SignKind;
import org.liuhen.core.cases.Signed;
import org.liuhen.core.cases.Source;
import org.liuhen.core.cases.SourceKind;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.cases.Support;
import org.liuhen.core.cases.Thing;
import org.liuhen.core.cases.Verdict;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.RecordingId;
import org.liuhen.formats.law.Templates;

/**
 * The course of a case of each kind, from its opening to its end, with the documents, approvals and services that belong to it; one in
 * some lacks a step, is late or goes on still. About twenty events a case.
 */
final class CaseCourses {

    private static final Templates TEMPLATES = Templates.shipped();
    private static final Key RECORDED = new Key("avRecord.required.events");
    private static final Map<String, Template> BY_ID = new HashMap<>();

    static {
        TEMPLATES.all().forEach(template -> BY_ID.put(template.id().value(), template));
    }

    private final CaseScript script;
    private final Digest profile;
    private final boolean servicesRecorded;
    private final String party;
    /** What was seen there; decisions build on it. */
    private Optional<DocumentId> onSite = Optional.empty();

    private CaseCourses(CaseScript script, Law law) {
        this.script = script;
        profile = Digest.parse(law.digest());
        servicesRecorded = law.on(script.today()).elements(RECORDED).stream().anyMatch(event -> event.word().equals("service"));
        party = script.once(3) ? script.person() : script.company();
    }

    /** Writes a whole case of that kind, as it is done under that law. */
    static void write(CaseScript script, CaseId id, CaseKind kind, Law law) {
        var course = new CaseCourses(script, law);
        switch (kind) {
            case PENALTY -> {
                if (script.once(2)) course.summary(id);
                else course.penalty(id);
            }
            case LICENCE -> course.licence(id);
            case COERCION -> course.coercion(id);
            case INSPECTION, DAILY_INSPECTION -> course.inspection(id, kind);
            case CHARGE -> course.charge(id);
        }
    }

    private void penalty(CaseId id) {
        opened(id, CaseKind.PENALTY, Procedure.ORDINARY, Origin.EX_OFFICIO);
        script.then(new LifeEvent.SourceStated(new Source(SourceKind.INSPECTION_PLAN, Optional.empty(), script.today(), script.subject(),
                Optional.empty(), Optional.empty())));
        script.daysLater(1, 5);
        onSite("inspection-record", Stage.INVESTIGATION);
        script.daysLater(2, 40);
        script.then(new ProcessEvent.StageEntered(Stage.REVIEW_DECISION, script.today()));
        rights(Right.STATEMENT);
        script.daysLater(4, script.once(12) ? 90 : 12);
        var decision = document("penalty-decision", true);
        script.daysLater(1, script.once(10) ? 20 : 5);
        served(decision);
        performed();
        ended(EndGround.PERFORMED);
    }

    private void summary(CaseId id) {
        opened(id, CaseKind.PENALTY, Procedure.SUMMARY, Origin.EX_OFFICIO);
        certificatesShown();
        rights(Right.DEFENCE);
        served(document("summary-decision", false));
        performed();
        ended(EndGround.PERFORMED);
    }

    private void licence(CaseId id) {
        opened(id, CaseKind.LICENCE, Procedure.ORDINARY, Origin.ON_APPLICATION);
        script.then(new LicenceEvent.ApplicationReceived(new Application(script.now(), party, List.of("申请书", "营业执照", "场地证明"))));
        if (!script.once(8)) {
            var notice = document("acceptance-notice", false);
            accepted(AcceptanceOutcome.ACCEPT, notice);
        }
        script.daysLater(1, 8);
        onSite("verification-record", Stage.INVESTIGATION);
        script.daysLater(2, script.once(8) ? 45 : 8);
        served(document("licence-decision", true));
        ended(EndGround.GRANTED);
    }

    private void accepted(AcceptanceOutcome outcome, DocumentId notice) {
        script.then(new LicenceEvent.AcceptanceDecided(new Acceptance(outcome, script.now(), Optional.of(notice), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private void coercion(CaseId id) {
        opened(id, CaseKind.COERCION, Procedure.ORDINARY, Origin.EX_OFFICIO);
        certificatesShown();
        var decision = document("measure-decision", true);
        served(decision);
        var measure = new ActId(script.id());
        var things = List.of(new Thing("涉案货物", "120 箱", "完好", Optional.empty()), new Thing("账册", "3 本", "完好", Optional.empty()));
        script.then(new MeasureEvent.MeasureTaken(measure, MeasureKind.SEIZURE, decision, script.now(),
                Optional.of(script.today().plusDays(30)), things, script.place(), script.person()));
        recording(decision);
        script.daysLater(10, script.once(6) ? 60 : 29);
        if (script.once(8)) return;
        var lifting = document("measure-lifting-decision", false);
        script.then(new MeasureEvent.MeasureLifted(measure, script.now(), LiftManner.RETURNED, lifting, things));
        recording(lifting);
        served(lifting);
        ended(EndGround.OTHER);
    }

    private void inspection(CaseId id, CaseKind kind) {
        opened(id, kind, Procedure.ORDINARY, Origin.EX_OFFICIO);
        onSite("inspection-record", Stage.INVESTIGATION);
        var order = document("correction-order", false);
        var correction = new ActId(script.id());
        script.then(new MeasureEvent.CorrectionOrdered(correction, order, script.today().plusDays(15), script.sentences(1)));
        served(order);
        script.daysLater(10, script.once(6) ? 60 : 15);
        if (!script.once(10)) {
            script.then(new MeasureEvent.CorrectionFollowedUp(correction, script.today(), CorrectionResult.CORRECTED, script.sentences(1),
                    Optional.empty()));
            recording(Optional.empty(), Optional.of(correction));
        }
        ended(EndGround.NO_VIOLATION);
    }

    private void charge(CaseId id) {
        opened(id, CaseKind.CHARGE, Procedure.ORDINARY, Origin.EX_OFFICIO);
        onSite("inspection-record", Stage.INVESTIGATION);
        served(document("charge-notice", true));
        performed();
        ended(EndGround.PERFORMED);
    }

    private void opened(CaseId id, CaseKind kind, Procedure procedure, Origin origin) {
        script.then(new LifeEvent.CaseOpened(id, kind, procedure, origin, party + script.subject(), script.unit(), script.handlers(),
                Optional.empty(), Optional.empty(), script.now(), profile));
        script.then(new LifeEvent.PartyNamed(new Party(new PartyId(script.id()), PartyKind.COMPANY, party,
                Optional.of("91120000MA0" + (1_000_000 + script.number(9_000_000))), Optional.of(script.person()),
                Optional.of(script.place()), Optional.of("138" + (10_000_000 + script.number(90_000_000))))));
    }

    private void certificatesShown() {
        script.then(new ProcessEvent.CertificatesShown(script.handlers(), party, script.now(), "出示执法证件"));
    }

    private void onSite(String template, Stage stage) {
        script.then(new ProcessEvent.StageEntered(stage, script.today()));
        certificatesShown();
        var record = document(template, false);
        recording(record);
        onSite = Optional.of(record);
    }

    private void recording(DocumentId document) {
        recording(Optional.of(document), Optional.empty());
    }

    private void recording(Optional<DocumentId> document, Optional<ActId> act) {
        if (script.once(20)) return; // left in the drawer
        script.then(new ProcessEvent.RecordingFiled(new FiledRecording(new RecordingId(script.id()), script.now().minus(Duration.ofMinutes(50)),
                script.now().minus(Duration.ofMinutes(5)), Duration.ofSeconds(1), "video", document, act, Optional.empty(), Optional.empty())));
    }

    private void rights(Right right) {
        script.then(new ProcessEvent.RightTold(right, script.now(), Optional.of("inWriting"), Optional.empty()));
        if (script.once(10)) return;
        script.then(new ProcessEvent.RightAnswered(right, RightResponse.WAIVED, script.now(), Optional.of("不陈述申辩"), Optional.empty()));
    }

    /** A document from its draft until it is final; approved where the form asks for it and {@code approved} says that it was. */
    private DocumentId document(String name, boolean approved) {
        var template = BY_ID.get(name);
        if (template == null) throw new IllegalStateException("no template " + new TemplateId(name));
        var id = new DocumentId(script.id());
        var values = script.filled(template.fields(), party);
        script.then(new DocumentEvent.DocumentDrafted(id, Form.of(template), values));
        if (template.kind() == DocumentKind.ISSUED && values.get("facts") instanceof FieldValue.Text(var facts)) supported(id, facts);
        if (approved && template.approval().isPresent()) approved(id, template);
        var text = script.digest();
        var pages = 1 + script.number(3);
        script.then(new DocumentEvent.TextLocked(id, 1, text, pages, 40_000 + script.number(200_000)));
        template.signatures().forEach(place -> {
            if (place.as() == Capacity.OFFICER) {
                script.handlers().forEach(officer -> signed(id, place.as(), Optional.of(officer)));
            } else if (!script.once(8)) {
                signed(id, place.as(), Optional.empty());
            }
        });
        if (template.numberWord().isPresent()) {
            script.then(new DocumentEvent.DocumentNumbered(id, template.numberWord().get() + "〔" + script.today().getYear() + "〕" + script.number(9_999) + "号"));
        }
        if (template.agencySeal()) {
            script.then(new DocumentEvent.SealAffixed(id, script.today(), false, Optional.of(script.digest()), script.head(2)));
        }
        script.then(new DocumentEvent.DocumentFinalised(id, text, pages, script.once(50)));
        return id;
    }

    private void supported(DocumentId document, String facts) {
        if (script.once(25)) return; // forgotten
        var lines = new Support(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(onSite.orElse(document)), Optional.of("检查结果"));
        script.then(new ProcessEvent.FactSupported(document, facts, List.of(lines)));
    }

    private void signed(DocumentId id, Capacity as, Optional<Officer> officer) {
        script.then(new DocumentEvent.DocumentSigned(id, new Signed(as, officer.map(Officer::name).orElse(party), officer.map(Officer::id),
                SignKind.SIGNATURE, script.today(), false, Optional.of(script.digest()))));
    }

    private void approved(DocumentId document, Template template) {
        var id = new ApprovalId(script.id());
        script.then(new ApprovalEvent.ApprovalRequested(id, template.approval().orElseThrow(), Optional.of(document),
                new Proposal(script.sentences(1), script.sentences(2), script.sentences(1), script.sentences(1), script.sentences(1)),
                List.of(ApprovalStep.UNIT_HEAD, ApprovalStep.AGENCY_HEAD), script.handlers().getFirst().id()));
        opinion(id, ApprovalStep.UNIT_HEAD, 1);
        opinion(id, ApprovalStep.AGENCY_HEAD, 2);
    }

    private void opinion(ApprovalId id, ApprovalStep step, int head) {
        script.then(new ApprovalEvent.OpinionGiven(id, step, Verdict.AGREED, "同意", Optional.empty(), script.head(head), "负责人" + head,
                script.today(), false, Optional.empty()));
    }

    private void served(DocumentId document) {
        if (script.once(25)) return; // forgotten
        var id = new ServiceId(script.id());
        var recipient = new Signed(Capacity.RECIPIENT, party, Optional.empty(), SignKind.SIGNATURE, script.today(), false,
                Optional.of(script.digest()));
        script.then(new ServiceEvent.ServiceRecorded(id, new ServiceFacts(ServiceMethod.DIRECT, List.of(document), Optional.of(party),
                Optional.empty(), Optional.of(script.place()), Optional.of(script.now()), List.of(recipient),
                Optional.of(script.handlers().getFirst().id()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        script.then(new ServiceEvent.DocumentsServed(id, List.of(document), script.today(), false));
        if (servicesRecorded) recording(document);
    }

    private void performed() {
        script.then(new ExecutionEvent.PerformanceDueSet(script.today().plusDays(15), "缴纳罚款"));
        script.daysLater(1, script.once(8) ? 40 : 14);
        if (script.once(12)) return;
        script.then(new ExecutionEvent.PerformanceRecorded(script.today(), "fine", Optional.of("5000"), PerformanceStatus.FULL,
                Optional.of(script.digest())));
    }

    private void ended(EndGround ground) {
        if (script.once(6)) return; // goes on
        script.then(new LifeEvent.CaseEnded(ground, Optional.empty(), script.today()));
    }
}
