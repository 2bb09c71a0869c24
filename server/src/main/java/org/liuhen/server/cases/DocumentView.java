package org.liuhen.server.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.ServiceOutcome;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.formats.json.Records;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.journal.Recorded;

/** A document of a case as a page shows it. */
final class DocumentView {

    private DocumentView() {}

    /** Everything but what stands in its fields. */
    static Map<String, Object> of(CaseDocument document, Begun begun) {
        var form = document.form();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", document.id().value());
        view.put("template", form.template().value());
        view.put("title", form.title().zh());
        view.put("titleEn", form.title().en());
        view.put("kind", form.kind().word());
        form.stage().ifPresent(stage -> view.put("stage", stage.word()));
        view.put("volume", form.volume().word());
        view.put("numbered", form.numbered());
        view.put("agencySeal", form.agencySeal());
        view.put("mustBeServed", form.served());
        form.approval().ifPresent(matter -> view.put("approval", matter.word()));
        view.put("places", PlainJson.all(form.signatures()));
        document.number().ifPresent(number -> view.put("number", number));
        view.put("phase", phase(document.phase()));
        marks(document, view);
        served(document.id(), begun).ifPresent(on -> view.put("served", on));
        view.put("draftedAt", document.draftedAt());
        for (var time : List.of("beganAt", "endedAt")) { // of the act that it records
            if (document.values().get(time) instanceof FieldValue.Time(var at)) view.put(time, at);
        }
        view.put("defective", document.phase() instanceof DocumentPhase.Final fin && fin.defective());
        return view;
    }

    /** With its fields, versions, and which facts of it something supports. */
    static Map<String, Object> whole(CaseDocument document, CaseStreams.Loaded loaded) {
        var begun = loaded.begun();
        var view = of(document, begun);
        view.put("values", values(document));
        view.put("versions", versions(document.id(), loaded.history(), document.phase()));
        view.put("supports", begun.process().supports().entrySet().stream()
                .filter(support -> support.getKey().document().equals(document.id()))
                .map(support -> Map.of("fact", support.getKey().fact(), "supports", PlainJson.all(support.getValue()))).toList());
        return view;
    }

    /** What stands in the fields: {@code {field: {is, …}}}. */
    static Map<String, Object> values(CaseDocument document) {
        var values = new LinkedHashMap<String, Object>();
        document.values().forEach((field, value) -> values.put(field, PlainJson.chosen((Record) value)));
        return values;
    }

    private static void marks(CaseDocument document, Map<String, Object> view) {
        var marks = document.marks();
        view.put("signatures", PlainJson.all(marks.signatures()));
        view.put("alterations", PlainJson.all(marks.alterations()));
        view.put("alterationMarks", PlainJson.all(marks.alterationMarks()));
        view.put("pageMarks", PlainJson.all(marks.acrossPages()));
        view.put("refusals", PlainJson.all(marks.refusals()));
        view.put("opinions", PlainJson.all(document.opinions()));
        marks.seal().ifPresent(seal -> view.put("seal", PlainJson.of(seal)));
        marks.scan().ifPresent(scan -> view.put("scan", PlainJson.of(scan)));
    }

    private static Map<String, Object> phase(DocumentPhase phase) {
        var view = PlainJson.chosen((Record) phase);
        if (phase instanceof DocumentPhase.Final fin) view.put("version", fin.text().version());
        return view;
    }

    private static Optional<Object> served(DocumentId document, Begun begun) {
        return begun.services().values().stream()
                .flatMap(service -> service.outcome() instanceof ServiceOutcome.Served served && served.documents().contains(document)
                        ? Optional.<Object>of(served.on()).stream() : Optional.empty().stream())
                .findFirst();
    }

    /** One text of a document: what was locked, and when the server knew. */
    record Version(int version, Digest digest, Instant at) {}

    /** The texts that the document had, the oldest first. */
    static List<Version> versions(DocumentId document, List<Recorded> history) {
        var versions = new ArrayList<Version>();
        for (var recorded : history) {
            switch (recorded.fact()) {
                case DocumentEvent.TextLocked e when e.document().equals(document) ->
                        versions.add(new Version(e.version(), e.digest(), recorded.recordedAt()));
                case DocumentEvent.TextAltered e when e.document().equals(document) ->
                        versions.add(new Version(e.version(), e.digest(), recorded.recordedAt()));
                default -> {} // of the history, only texts are versions
            }
        }
        return versions;
    }

    private static List<Map<String, Object>> versions(DocumentId document, List<Recorded> history, DocumentPhase phase) {
        var all = versions(document, history);
        return all.stream().<Map<String, Object>>map(version -> Map.of("version", version.version(), "digest", version.digest().toString(),
                "at", version.at(), "phase", version.equals(all.getLast()) && !(phase instanceof DocumentPhase.Draft)
                        ? Records.choice(phase.getClass()) : "replaced")).toList();
    }
}
