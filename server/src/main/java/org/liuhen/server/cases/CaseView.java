package org.liuhen.server.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.cases.Approval;
import org.liuhen.core.cases.ApprovalStanding;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Checklist;
import org.liuhen.core.cases.Correction;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.EndGround;
import org.liuhen.core.cases.Execution;
import org.liuhen.core.cases.LifeStatus;
import org.liuhen.core.cases.Measure;
import org.liuhen.core.cases.Party;
import org.liuhen.core.cases.ProcessRecord;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.Source;
import org.liuhen.core.cases.Stage;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Officer;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.MissingView;

/** A case as its page shows it, at one moment and for one reader. */
final class CaseView {

    private final CaseStreams.Loaded loaded;
    private final Begun begun;
    private final Reading reading;

    private CaseView(CaseStreams.Loaded loaded, Reading reading) {
        this.loaded = loaded;
        this.begun = loaded.begun();
        this.reading = reading;
    }

    /**
     * Who reads, when, and by which law.
     *
     * @param asAt the past moment that was asked for
     * @param handler whether the reader handles the case: everybody else does not read who reported it
     * @param people names of the agency's people by their ids
     * @param units names of its units by their codes
     * @param may acts that the reader's roles may ask for
     */
    record Reading(Law law, Instant moment, Optional<Instant> asAt, boolean handler, Map<String, String> people, Map<String, String> units,
            Assessment assessment, List<String> may) {
        Reading {
            people = Map.copyOf(people);
            units = Map.copyOf(units);
            may = List.copyOf(may);
        }
    }

    /** The whole page. */
    static Map<String, Object> of(CaseStreams.Loaded loaded, Reading reading) {
        return new CaseView(loaded, reading).page();
    }

    private Map<String, Object> page() {
        var page = new LinkedHashMap<String, Object>();
        life(page);
        process(page);
        page.put("documents", begun.documents().values().stream().map(document -> DocumentView.of(document, begun))
                .map(view -> reading.handler() ? view : Masked.of(view)).toList());
        page.put("approvals", begun.approvals().values().stream().map(this::approval).toList());
        page.put("discussions", PlainJson.all(begun.discussions()));
        if (begun.licensing().application().isPresent()) page.put("licence", PlainJson.of(begun.licensing()));
        acts(page);
        recordings(page);
        page.put("findings", FindingView.all(begun.findings(), reading.assessment()));
        reading.assessment().nextChangeAt().ifPresent(at -> page.put("nextChangeAt", at));
        page.put("blocks", blocks());
        page.put("may", reading.may());
        page.put("people", named(page));
        return page;
    }

    private void life(Map<String, Object> page) {
        var life = begun.life();
        var opened = life.opened();
        page.put("id", loaded.id());
        page.put("version", loaded.version());
        reading.asAt().ifPresent(moment -> page.put("asAt", moment));
        number(loaded).ifPresent(number -> page.put("number", number));
        page.put("kind", opened.kind().word());
        page.put("procedure", opened.procedure().word());
        page.put("origin", opened.origin().word());
        page.put("subject", opened.subject());
        page.put("unit", opened.unit().value());
        page.put("unitName", reading.units().getOrDefault(opened.unit().value(), opened.unit().value()));
        opened.procedureRules().ifPresent(rules -> page.put("procedureRules", rules));
        opened.entrustedBody().ifPresent(body -> page.put("entrustedBody", body.value()));
        page.put("openedAt", opened.at());
        page.put("status", PlainJson.chosen((Record) life.status()));
        page.put("pauses", PlainJson.all(life.pauses()));
        page.put("flags", PlainJson.of(life.flags()));
        page.put("profile", opened.profile().toString());
        page.put("handlers", life.handlers().stream().map(CaseView::handler).toList());
        page.put("recusals", PlainJson.all(life.openRecusals()));
        page.put("recused", life.recused().stream().map(person -> person.value().toString()).sorted().toList());
        page.put("parties", life.parties().values().stream().map(this::party).toList());
        life.source().ifPresent(source -> page.put("source", source(source)));
    }

    /** The number of the first document that got one. */
    static Optional<String> number(CaseStreams.Loaded loaded) {
        return loaded.history().stream()
                .flatMap(recorded -> recorded.fact() instanceof DocumentEvent.DocumentNumbered e ? Optional.of(e.number()).stream() : Optional.<String>empty().stream())
                .findFirst();
    }

    private static Map<String, Object> handler(Officer officer) {
        return PlainJson.of(officer);
    }

    private Map<String, Object> party(Party party) {
        return reading.handler() ? PlainJson.of(party) : Masked.of(PlainJson.of(party));
    }

    private Map<String, Object> source(Source source) {
        return reading.handler() ? PlainJson.of(source) : Masked.of(PlainJson.of(source));
    }

    private void process(Map<String, Object> page) {
        var process = begun.process();
        page.put("stages", Arrays.stream(Stage.values()).map(stage -> {
            var view = new LinkedHashMap<String, Object>(Map.of("stage", stage.word()));
            var entered = process.stages().get(stage);
            if (entered != null) view.put("enteredOn", entered);
            return view;
        }).toList());
        page.put("checklist", Checklist.of(begun, reading.law().on(today())).stream().map(CaseView::line).toList());
        page.put("rights", Arrays.stream(Right.values()).map(right -> right(process, right)).toList());
        page.put("certificatesShown", PlainJson.all(process.shown()));
        page.put("others", PlainJson.all(process.others()));
        page.put("refusals", PlainJson.all(process.refusals()));
        page.put("defects", process.defects().stream().map(defect -> {
            var view = PlainJson.of(defect);
            view.put("by", defect.by().stream().map(person -> reading.people().getOrDefault(person.value().toString(), "")).toList());
            return view;
        }).toList());
    }

    private java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(reading.moment(), reading.law().zone());
    }

    private static Map<String, Object> line(Checklist.Line line) {
        var title = Labels.of(line.item().item());
        return Map.of("stage", line.item().stage().word(), "item", line.item().item().word(), "title", title.zh(), "titleEn", title.en(),
                "article", line.article(), "contents", line.contents(), "standing", PlainJson.chosen((Record) line.standing()));
    }

    private static Map<String, Object> right(ProcessRecord process, Right right) {
        var view = PlainJson.of(process.right(right));
        view.put("right", right.word());
        view.put("title", Labels.of(right).zh());
        view.put("titleEn", Labels.of(right).en());
        return view;
    }

    private Map<String, Object> approval(Approval approval) {
        var requested = approval.requested();
        var view = PlainJson.of(requested);
        view.put("id", requested.approval().value().toString());
        loaded.history().stream().filter(recorded -> recorded.fact().equals(requested)).findFirst()
                .ifPresent(recorded -> view.put("requestedAt", recorded.recordedAt()));
        view.put("opinions", PlainJson.all(approval.opinions()));
        approval.adopted().ifPresent(adopted -> view.put("adopted", PlainJson.of(adopted)));
        approval.withdrawn().ifPresent(withdrawn -> view.put("withdrawn", PlainJson.of(withdrawn)));
        view.put("state", switch (approval.standing()) {
            case ApprovalStanding.Due(var step) -> {
                view.put("due", step.word());
                yield "open";
            }
            case ApprovalStanding.AdoptionDue _ -> {
                view.put("due", "adoption");
                yield "open";
            }
            case ApprovalStanding.Approved(var on) -> {
                view.put("agreedOn", on);
                yield "agreed";
            }
            case ApprovalStanding.Returned _ -> "returned";
            case ApprovalStanding.Refused _ -> "refused";
            case ApprovalStanding.Withdrawn _ -> "withdrawn";
        });
        return view;
    }

    private void acts(Map<String, Object> page) {
        page.put("services", begun.services().entrySet().stream().map(service -> {
            var view = PlainJson.of(service.getValue());
            view.put("id", service.getKey().value());
            return view;
        }).toList());
        page.put("measures", begun.measures().values().stream().map(CaseView::measure).toList());
        page.put("corrections", begun.corrections().values().stream().map(CaseView::correction).toList());
        page.put("execution", execution(begun.execution()));
    }

    private static Map<String, Object> measure(Measure measure) {
        var view = PlainJson.of(measure.taken());
        view.put("id", measure.taken().measure().value());
        view.put("extensions", PlainJson.all(measure.extensions()));
        view.put("liftings", PlainJson.all(measure.liftings()));
        measure.until().ifPresent(until -> view.put("until", until));
        view.put("ended", measure.ended());
        return view;
    }

    private static Map<String, Object> correction(Correction correction) {
        var view = PlainJson.of(correction.ordered());
        view.put("id", correction.ordered().order().value());
        view.put("followUps", PlainJson.all(correction.followUps()));
        return view;
    }

    private static Map<String, Object> execution(Execution execution) {
        var view = new LinkedHashMap<String, Object>();
        view.put("dues", PlainJson.all(execution.dues()));
        view.put("performances", PlainJson.all(execution.performances()));
        view.put("statements", PlainJson.all(execution.statements().values()));
        execution.decided().ifPresent(decided -> view.put("decided", PlainJson.of(decided)));
        execution.court().ifPresent(court -> view.put("court", PlainJson.of(court)));
        view.put("executions", PlainJson.all(execution.executions().values()));
        view.put("confiscated", PlainJson.all(execution.confiscated().values()));
        return view;
    }

    private void recordings(Map<String, Object> page) {
        page.put("recordings", PlainJson.all(begun.process().recordings().values()));
        page.put("supports", begun.process().supports().entrySet().stream()
                .map(support -> Map.of("document", support.getKey().document().value(), "fact", support.getKey().fact(),
                        "supports", PlainJson.all(support.getValue()))).toList());
    }

    /** What blocks what, as the law of this day asks. A case that has ended is blocked by nothing. */
    private Map<String, Object> blocks() {
        if (begun.life().status() instanceof LifeStatus.Ended) return Map.of("decision", List.of(), "end", List.of());
        var rules = reading.law().on(today());
        return Map.of(
                "decision", Checklist.beforeDecision(begun, rules).stream().map(MissingView::of).toList(),
                "end", Checklist.atEnd(begun, rules, EndGround.PERFORMED).stream().map(MissingView::of).toList());
    }

    /** The names of all people whose ids stand on the page. */
    private Map<String, String> named(Map<String, Object> page) {
        var named = new TreeMap<String, String>();
        var left = new ArrayList<Object>(page.values());
        while (!left.isEmpty()) {
            switch (left.removeLast()) {
                case Map<?, ?> map -> left.addAll(map.values());
                case List<?> list -> left.addAll(list);
                case String text when reading.people().containsKey(text) -> named.put(text, reading.people().getOrDefault(text, ""));
                default -> {} // numbers, days and flags name nobody
            }
        }
        return named;
    }
}
