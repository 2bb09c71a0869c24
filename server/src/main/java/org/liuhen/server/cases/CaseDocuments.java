package org.liuhen.server.cases;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.ProcessRecord;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.rules.FactsSupported;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.cases.paper.Pdf;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.StreamAppend;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Acts on documents for which the server does something beside the command: renders, stores, numbers, seals. */
@Component
class CaseDocuments {

    private final CaseStreams streams;
    private final CaseLaw law;
    private final Papers papers;
    private final CaseVault vault;
    private final Series series;
    private final InstantSource clock;

    CaseDocuments(CaseStreams streams, CaseLaw law, Papers papers, CaseVault vault, Series series, InstantSource clock) {
        this.streams = streams;
        this.law = law;
        this.papers = papers;
        this.vault = vault;
        this.series = series;
        this.clock = clock;
    }

    /** A text that was rendered. @param unprintable characters that no font draws, for a person to look at */
    record Rendered(long version, int findings, int pages, List<String> unprintable) {
        Rendered {
            unprintable = List.copyOf(unprintable);
        }
    }

    /** Locks the text: what is signed is this. */
    Rendered lock(AskedAct act, DocumentId id) {
        var rendered = new AtomicReference<Pdf>();
        var outcome = streams.handle(act, loaded -> {
            var document = document(loaded.begun(), id);
            var pdf = papers.render(act.agency(), loaded.begun(), document, document.filled(), text(document));
            rendered.set(pdf);
            var bytes = pdf.bytes();
            return CasePlan.Step.of(new DocumentCommand.LockText(id, CaseVault.name(bytes), pdf.pages(), bytes.length))
                    .keeping(() -> vault.put(act.agency(), bytes));
        });
        return rendered(outcome, rendered.get(), act, id);
    }

    /** Alters a text that was signed; the server finds the altered places. */
    Rendered alter(AskedAct act, DocumentId id, Map<String, FieldValue> values) {
        var rendered = new AtomicReference<Pdf>();
        var outcome = streams.handle(act, loaded -> {
            var document = document(loaded.begun(), id);
            var version = document.text().map(text -> text.version() + 1).orElse(1);
            var pdf = papers.render(act.agency(), loaded.begun(), document, values, new Papers.Issue(version, false, document.number(), Optional.empty()));
            rendered.set(pdf);
            var bytes = pdf.bytes();
            var names = papers.names(act.agency(), loaded.begun());
            var places = Alterations.between(document.values(), values, fields(document, values), document.marks().alterations().size(),
                    ref -> names.getOrDefault(ref, ref));
            return CasePlan.Step.of(new DocumentCommand.AlterText(id, values, places, CaseVault.name(bytes), pdf.pages(), bytes.length))
                    .keeping(() -> vault.put(act.agency(), bytes));
        });
        return rendered(outcome, rendered.get(), act, id);
    }

    /** In the order of its form; what a newer form of the library added stands after them. */
    private static List<String> fields(CaseDocument document, Map<String, FieldValue> altered) {
        var fields = new LinkedHashSet<>(document.form().fields());
        fields.addAll(new TreeSet<>(altered.keySet()));
        return List.copyOf(fields);
    }

    private Rendered rendered(CaseStreams.Outcome outcome, @org.jspecify.annotations.Nullable Pdf pdf, AskedAct act, DocumentId id) {
        if (pdf != null) return new Rendered(outcome.version(), outcome.findings(), pdf.pages(), pdf.unprintable());
        // the same request again: it was rendered the first time
        var pages = document(streams.load(act.agency(), act.id()).begun(), id).text().map(DocumentPhase.Locked::pages).orElse(0);
        return new Rendered(outcome.version(), outcome.findings(), pages, List.of());
    }

    /** Gives the document the next number of its series, or that of a blank; series and case in one transaction. */
    CaseStreams.Outcome number(AskedAct act, DocumentId id, OptionalLong blank) {
        return streams.handle(act, loaded -> {
            var document = document(loaded.begun(), id);
            if (document.number().isPresent()) return CasePlan.Step.of(new DocumentCommand.NumberDocument(id, document.number().get()));
            var word = papers.template(document).numberWord().orElseThrow(CaseDocuments::noNumber);
            var of = Series.on(new AgencyCode(act.agency()), word, LocalDate.ofInstant(clock.instant(), Registrar.ZONE));
            var given = blank.isPresent() ? series.blank(of, blank.getAsLong(), id) : series.next(of, id);
            return new CasePlan.Step(new DocumentCommand.NumberDocument(id, given.number()), given.appends(), () -> {});
        });
    }

    /** Voids the document, and with it its number. */
    CaseStreams.Outcome voidDocument(AskedAct act, DocumentCommand.VoidDocument command) {
        return streams.handle(act, loaded -> {
            var document = document(loaded.begun(), command.document());
            return new CasePlan.Step(command, voided(act, loaded, document, command), () -> {});
        });
    }

    private List<StreamAppend> voided(AskedAct act, CaseStreams.Loaded loaded, CaseDocument document, DocumentCommand.VoidDocument command) {
        var word = law.templates().of(document.form().template()).flatMap(Template::numberWord); // a form that is gone may still be voided
        if (word.isEmpty() || document.number().isEmpty() || document.phase() instanceof DocumentPhase.Voided) return List.of();
        var numbered = loaded.history().stream()
                .filter(recorded -> recorded.fact() instanceof DocumentEvent.DocumentNumbered e && e.document().equals(document.id()))
                .map(recorded -> LocalDate.ofInstant(recorded.recordedAt(), Registrar.ZONE)).findFirst();
        return numbered.map(day -> series.voided(Series.on(new AgencyCode(act.agency()), word.get(), day), document.id(), command.reason(),
                PersonId.parse(act.actor().id()))).orElse(List.of());
    }

    /** Seals the text with number and date of issue. A seal of that date that is there already stays. */
    CaseStreams.Outcome seal(AskedAct act, DocumentId id, LocalDate issuedOn) {
        return streams.handle(act, loaded -> {
            var document = document(loaded.begun(), id);
            var earlier = document.marks().seal().filter(seal -> seal.issuedOn().equals(issuedOn) && !seal.onPaper());
            if (earlier.isPresent()) return CasePlan.Step.of(new DocumentCommand.AffixSeal(id, issuedOn, false, earlier.get().sealed()));
            if (document.text().isEmpty() || !document.form().agencySeal()) {
                return CasePlan.Step.of(new DocumentCommand.AffixSeal(id, issuedOn, false, Optional.empty())); // core says why not
            }
            var text = document.text().get();
            sameForm(act.agency(), loaded.begun(), document);
            var pdf = papers.render(act.agency(), loaded.begun(), document, document.filled(),
                    new Papers.Issue(text.version(), false, document.number(), Optional.of(issuedOn)));
            var place = pdf.sealPlace().orElseThrow(() -> new IllegalStateException("a form with a seal has a place for it"));
            var sealed = papers.seal(act.agency(), pdf, place, document.form().title().zh());
            return CasePlan.Step.of(new DocumentCommand.AffixSeal(id, issuedOn, false, Optional.of(CaseVault.name(sealed))))
                    .keeping(() -> vault.put(act.agency(), sealed));
        });
    }

    /** What is sealed is what was locked and signed, but for number and date: another version of the form must not slip in between. */
    private void sameForm(String agency, Begun begun, CaseDocument document) {
        var text = document.text().orElseThrow();
        var numbers = document.number().isPresent() ? List.of(document.number(), Optional.<String>empty()) : List.of(Optional.<String>empty());
        for (var number : numbers) {
            for (var values : List.of(document.filled(), document.values())) {
                var pdf = papers.render(agency, begun, document, values, new Papers.Issue(text.version(), false, number, Optional.empty()));
                if (CaseVault.name(pdf.bytes()).equals(text.digest())) return;
            }
        }
        throw Problem.of(HttpStatus.CONFLICT, "text-changed", "锁定之后模板或者引用的名称有变化", "The form or a name it prints changed since the text was locked")
                .next("请取消锁定后重新锁定、签名；已有签名的，请打印盖章后扫描上传。",
                        "Unlock it, lock it again and have it signed; where it is signed already, print it, seal it on paper and scan it.");
    }

    /** The paper that was signed and sealed by hand, scanned in. */
    CaseStreams.Outcome scan(AskedAct act, DocumentId id, byte[] scan, int pages) {
        return streams.handle(act, loaded -> CasePlan.Step.of(
                new DocumentCommand.AttachScan(document(loaded.begun(), id).id(), CaseVault.name(scan), pages))
                .keeping(() -> vault.put(act.agency(), scan)));
    }

    /**
     * The bytes of a document of the case as it was loaded: a version of its text, a draft of what it holds, or what counted then.
     *
     * @param hidden whether it tells of an informant whom the reader must not know
     */
    byte[] paper(String agency, CaseStreams.Loaded loaded, CaseDocument document, Optional<Integer> version, boolean draft, boolean hidden) {
        if (hidden) {
            if (version.isPresent()) throw InformantPapers.closed();
            return papers.render(agency, loaded.begun(), document, InformantPapers.without(document.filled()),
                    new Papers.Issue(text(document).version(), true, Optional.empty(), Optional.empty())).bytes();
        }
        var versions = DocumentView.versions(document.id(), loaded.history());
        if (version.isPresent()) {
            return versions.stream().filter(one -> one.version() == version.get()).findFirst().map(one -> vault.get(agency, one.digest()))
                    .orElseThrow(() -> Problem.notFound("没有这个版本", "There is no such version"));
        }
        var kept = new ArrayList<org.liuhen.core.values.Digest>();
        if (document.phase() instanceof DocumentPhase.Final fin) kept.add(fin.digest());
        if (document.phase() instanceof DocumentPhase.Locked locked) {
            kept.add(document.marks().seal().flatMap(DocumentEvent.SealAffixed::sealed).orElse(locked.digest()));
        }
        if (document.phase() instanceof DocumentPhase.Voided && !versions.isEmpty()) kept.add(versions.getLast().digest());
        if (!draft && !kept.isEmpty()) return vault.get(agency, kept.getFirst());
        return papers.render(agency, loaded.begun(), document, document.filled(),
                new Papers.Issue(Math.max(1, versions.size() + 1), true, Optional.empty(), Optional.empty())).bytes();
    }

    /** What a browser calls the file: title, number, and the version where one was asked for. */
    static String fileName(CaseDocument document, Optional<Integer> version) {
        return document.form().title().zh() + document.number().map(number -> " " + number).orElse("")
                + version.map(chosen -> "（第" + chosen + "版）").orElse("") + ".pdf";
    }

    private static Papers.Issue text(CaseDocument document) {
        var version = switch (document.phase()) {
            case DocumentPhase.Draft(var versions) -> versions + 1;
            case DocumentPhase.Locked locked -> locked.version();
            case DocumentPhase.Final fin -> fin.text().version();
            case DocumentPhase.Voided _ -> 1;
        };
        return new Papers.Issue(version, false, document.number(), Optional.empty());
    }

    /** The document as its page shows it, with the fields of its form and the facts that nothing supports yet. */
    Map<String, Object> view(CaseDocument document, CaseStreams.Loaded loaded, boolean handler) {
        var whole = DocumentView.whole(document, loaded);
        var view = handler ? whole : Masked.of(whole);
        var inForce = law.templates().of(document.form().template());
        inForce.ifPresent(template -> view.put("fields", template.fields().stream().map(TemplateView::field).toList()));
        view.put("onSite", inForce.filter(Template::onSite).isPresent());
        if (handler) FormChange.of(document, inForce).ifPresent(change -> view.put("formChange", change));
        var supports = loaded.begun().process().supports();
        view.put("unsupported", FactsSupported.facts(document).stream()
                .filter(fact -> supports.getOrDefault(new ProcessRecord.FactRef(document.id(), fact), List.of()).isEmpty()).toList());
        return view;
    }

    static CaseDocument document(Begun begun, DocumentId id) {
        return begun.document(id).orElseThrow(() -> Problem.notFound("本案没有这份文书", "The case has no such document")
                .next("请刷新后再试。", "Reload the case and try again."));
    }

    private static Problem noNumber() {
        return Problem.of(HttpStatus.CONFLICT, "no-number-here", "这种文书不编文号", "This kind of document has no number");
    }
}
