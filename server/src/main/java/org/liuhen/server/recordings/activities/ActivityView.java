package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.activities.Weight;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.rules.ActivityBlocks;
import org.liuhen.core.recordings.rules.ActivityRules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.DeviceId;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.findings.MissingView;
import org.liuhen.server.journal.Recorded;

/** An activity as its page shows it, at one moment and for one reader. */
final class ActivityView {

    private final Loaded<ActivityState> loaded;
    private final Known known;
    private final ActivityReading reading;

    private ActivityView(Loaded<ActivityState> loaded, ActivityReading reading) {
        this.loaded = loaded;
        this.known = ActivityStreams.known(loaded);
        this.reading = reading;
    }

    /** The whole page. */
    static Map<String, Object> of(Loaded<ActivityState> loaded, ActivityReading reading) {
        return new ActivityView(loaded, reading).page();
    }

    private Map<String, Object> page() {
        var page = new LinkedHashMap<String, Object>();
        opened(page);
        course(page);
        details(page);
        page.put("recordings", known.evidence().filed().stream()
                .sorted(Comparator.<FiledSegment, Instant>comparing(filed -> filed.segment().time().from())
                        .thenComparing(filed -> filed.segment().recording().value()))
                .map(this::recording).toList());
        page.put("documents", known.evidence().documents().values().stream()
                .sorted(Comparator.comparing(LinkedDocument::title).thenComparing(document -> document.document().value()))
                .map(this::document).toList());
        page.put("receipts", loaded.history().stream().flatMap(ActivityView::receipt).toList());
        page.put("state", state(loaded.state()));
        var assessment = loaded.state() instanceof Known
                ? ActivityRules.assess(known, reading.law(), reading.moment())
                : Assessment.quiet();
        page.put("findings", FindingView.all(known.findings(), assessment));
        assessment.nextChangeAt().ifPresent(at -> page.put("nextChangeAt", at));
        page.put("blocks", blocks());
        page.put("may", reading.may());
        page.put("people", named(page));
        return page;
    }

    private void opened(Map<String, Object> page) {
        var opened = known.opened();
        var day = LocalDate.ofInstant(known.course().startedAt().or(() -> opened.planned().map(Interval::from)).orElse(reading.moment()),
                reading.law().zone());
        page.put("id", loaded.id());
        page.put("version", loaded.version());
        reading.asAt().ifPresent(moment -> page.put("asAt", moment));
        page.put("act", opened.item().id());
        page.put("title", opened.item().title().zh());
        page.put("titleEn", opened.item().title().en());
        page.put("item", ItemsView.row(opened.item(), reading.law().on(day)));
        page.put("weights", known.weights().stream().map(Weight::word).toList());
        page.put("place", known.team().place());
        known.team().held().ifPresent(held -> page.put("heldAt", held.place().value()));
        page.put("unit", opened.unit().value());
        page.put("unitName", reading.units().getOrDefault(opened.unit().value(), opened.unit().value()));
        page.put("officers", PlainJson.all(known.team().officers()));
        page.put("devices", known.team().devices().stream().map(this::device).toList());
        opened.planned().ifPresent(planned -> page.put("planned", PlainJson.of(planned)));
        page.put("profile", opened.profile().toString());
    }

    private Map<String, Object> device(DeviceId id) {
        var view = new LinkedHashMap<String, Object>(Map.of("id", id.value(), "number", reading.number(id.value())));
        Optional.ofNullable(reading.devices().get(id.value())).ifPresent(known -> {
            view.put("kind", known.kind());
            known.serial().ifPresent(serial -> view.put("serial", serial));
        });
        return view;
    }

    private void course(Map<String, Object> page) {
        var course = known.course();
        course.startedAt().ifPresent(at -> page.put("startedAt", at));
        course.endedAt().ifPresent(at -> page.put("endedAt", at));
        page.put("marks", PlainJson.all(course.marks()));
        page.put("violationFound", course.violationFound());
        page.put("interruptions", PlainJson.all(course.interruptions()));
        course.givenUp().ifPresent(given -> page.put("givenUp", PlainJson.of(given)));
        course.exemption().ifPresent(exemption -> page.put("exemption", PlainJson.of(exemption)));
        page.put("reasons", course.reasons());
        page.put("defects", PlainJson.all(course.defects()));
        if (loaded.state() instanceof ActivityState.Cancelled(_, var reason)) page.put("cancelled", reason);
    }

    private void details(Map<String, Object> page) {
        var details = known.details();
        details.guide().ifPresent(guide -> page.put("guide", PlainJson.of(guide)));
        var day = LocalDate.ofInstant(known.course().startedAt().orElse(reading.moment()), reading.law().zone());
        if (reading.papers().guide().isPresent()) page.put("phrases", PhraseView.steps(reading.papers().phrases(),
                reading.law().on(day)));
        details.necessity().ifPresent(text -> page.put("necessity", text));
        details.cause().ifPresent(cause -> page.put("exemptionCause", PlainJson.of(cause)));
        page.put("articles", PlainJson.all(details.articles()));
        page.put("listed", reading.papers().articles());
    }

    private Map<String, Object> recording(FiledSegment filed) {
        var view = CoverageView.segment(filed.segment(), reading, true);
        Optional.ofNullable(known.details().worn().get(filed.segment().recording())).ifPresent(position -> view.put("worn",
                position));
        Optional.ofNullable(reading.recordings().get(filed.segment().recording().value())).ifPresent(row -> {
            view.put("sha256", row.sha256());
            view.put("sizeBytes", row.sizeBytes());
        });
        return view;
    }

    private static Stream<Map<String, Object>> receipt(Recorded recorded) {
        return recorded.fact() instanceof SceneReceiptLodged lodged
                ? Stream.of(Map.of("receipt", PlainJson.of(lodged.receipt()), "digest", lodged.digest().toString(), "code",
                        lodged.code(),
                        "lodgedAt", recorded.recordedAt()))
                : Stream.empty();
    }

    private Map<String, Object> document(LinkedDocument document) {
        var view = new LinkedHashMap<String, Object>(Map.of("id", document.document().value(), "case", document.inCase().value(),
                "title", document.title()));
        document.time().ifPresent(time -> {
            view.put("from", time.from());
            view.put("to", time.to());
        });
        var signed = known.details().signed().getOrDefault(document.document(), Set.of());
        if (!signed.isEmpty()) view.put("partySigned", signed.stream().sorted().toList());
        return view;
    }

    /** In a word, as lists tell it. */
    private static String state(ActivityState state) {
        return switch (state) {
            case Known known when known.closed() -> "closed";
            case Known known when known.course().endedAt().isPresent() -> "ended";
            case Known known when known.course().startedAt().isPresent() -> "running";
            case Known _ -> "planned";
            case ActivityState.Cancelled _ -> "cancelled";
            case ActivityState.Absent _, ActivityState.Tombstone _ -> throw new IllegalStateException("nothing to show");
        };
    }

    /** What is missing before it can be closed, as the articles ask. */
    private List<MissingView> blocks() {
        if (!(loaded.state() instanceof Known) || known.closed()) return List.of();
        return ActivityBlocks.missing(known, reading.law()).stream()
                .filter(missing -> !known.course().defectStated(missing.duty())).map(MissingView::of).toList();
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
