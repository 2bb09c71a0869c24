package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.recordings.rules.ActivityCoverage;
import org.liuhen.core.values.DeviceId;

/** What of an activity was recorded, for the picture: lanes of devices against the activity and its documents. */
final class CoverageView {

    private CoverageView() {}

    /** The whole picture; before the activity has ended it has lanes and no holes. */
    static Map<String, Object> of(Known known, ActivityReading reading) {
        var view = new LinkedHashMap<String, Object>();
        known.course().startedAt().ifPresent(at -> view.put("from", at));
        known.course().endedAt().ifPresent(at -> view.put("to", at));
        var coverage = ActivityCoverage.of(known, reading.law());
        view.put("gapMillis", coverage.map(ActivityCoverage::gap).map(gap -> gap.toMillis()).orElse(0L));
        view.put("lanes", lanes(known, reading));
        view.put("holes", coverage.stream().flatMap(CoverageView::holes).toList());
        view.put("coveredMillis", coverage.map(all -> all.coverage().holes().stream().map(hole -> hole.time().length().toMillis())
                .reduce(all.coverage().act().length().toMillis(), (left, hole) -> left - hole)).orElse(0L));
        view.put("documents", known.evidence().documents().values().stream().sorted(Comparator.comparing(LinkedDocument::title))
                .flatMap(CoverageView::document).toList());
        view.put("marks", known.course().marks().stream().flatMap(CoverageView::mark).toList());
        return view;
    }

    private static List<Map<String, Object>> lanes(Known known, ActivityReading reading) {
        var byNumber = Comparator.<DeviceId, String>comparing(device -> reading.number(device.value())).thenComparing(DeviceId::value);
        var devices = known.evidence().filed().stream().map(filed -> filed.segment().device()).distinct().sorted(byNumber).toList();
        return devices.stream().map(device -> {
            var lane = new LinkedHashMap<String, Object>();
            lane.put("device", device.value());
            lane.put("number", reading.number(device.value()));
            reading.holder(device.value()).ifPresent(name -> lane.put("officer", name));
            lane.put("segments", known.evidence().filed().stream().map(FiledSegment::segment).filter(one -> one.device().equals(device))
                    .sorted(Comparator.<Segment, Instant>comparing(one -> one.time().from()).thenComparing(one -> one.recording().value()))
                    .map(segment -> segment(segment, reading, false)).toList());
            return (Map<String, Object>) lane;
        }).toList();
    }

    /** One recording, with its device where it does not stand in its lane. */
    static Map<String, Object> segment(Segment segment, ActivityReading reading, boolean withDevice) {
        var view = new LinkedHashMap<String, Object>();
        view.put("recording", segment.recording().value());
        view.put("name", reading.recording(segment.recording().value()));
        if (withDevice) {
            view.put("device", segment.device().value());
            view.put("number", reading.number(segment.device().value()));
        }
        view.put("kind", segment.kind().word());
        view.put("from", segment.time().from());
        view.put("to", segment.time().to());
        view.put("uncertaintyMillis", segment.uncertainty().toMillis());
        return view;
    }

    private static Stream<Map<String, Object>> holes(ActivityCoverage all) {
        return all.coverage().holes().stream().map(hole -> hole(hole, all.explained().contains(hole)));
    }

    private static Map<String, Object> hole(Hole hole, boolean explained) {
        return Map.of("from", hole.time().from(), "to", hole.time().to(), "slackMillis", hole.slack().toMillis(),
                "edge", hole.edge().name().toLowerCase(Locale.ROOT), "explained", explained);
    }

    private static Stream<Map<String, Object>> document(LinkedDocument document) {
        return document.time().stream().map(time -> Map.<String, Object>of("id", document.document().value(), "title", document.title(),
                "from", time.from(), "to", time.to()));
    }

    private static Stream<Map<String, Object>> mark(Mark mark) {
        return Optional.of(mark).flatMap(Mark::at).stream().map(at -> Map.<String, Object>of("kind", mark.kind().word(), "at", at));
    }
}
