package org.liuhen.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.coverage.Coverage;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.recordings.rules.ActivityCoverage;
import org.liuhen.core.recordings.rules.ActivityRules;

/**
 * What of many field activities was recorded, and all that their rules find, from nothing but the bytes of their events; on one thread.
 * Against counting each millisecond of each activity, which must come to the same.
 */
final class CoverageBench implements Bench {

    private static final String NAME = "coverage";
    private static final String ALL = "coverage and findings of all activities from their bytes";
    private static final String ONE = "coverage and findings of one activity, median";
    private static final String ARITHMETIC = "coverage alone of one activity, median";
    private static final String PEER = "counted by the millisecond";

    private static final int ACTIVITIES_AT_ONCE = 500;
    /** So many are counted in the peer's way too, in turns. */
    private static final int COMPARED = 2_000;
    private static final int DUTIES_SHOWN = 8;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atMost(ALL, 20, "s"), Bar.atMost(ONE, 1, "ms"));
    }

    @Override
    public List<Row> run(Workplace workplace) {
        var millis = new Samples();
        var own = new Samples();
        var peer = new Samples();
        var findings = new HashMap<String, Long>();
        var seconds = 0.0;
        var segments = 0L;
        for (long first = 1; first <= workplace.cases(); first += ACTIVITIES_AT_ONCE) {
            var last = Math.min(first + ACTIVITIES_AT_ONCE - 1, workplace.cases());
            var made = LongStream.rangeClosed(first, last).mapToObj(MadeUpActivity::of).toList(); // the making is not counted
            for (var one : made) {
                var begun = System.nanoTime();
                var known = one.known();
                var law = MadeUpCase.law(one.agency());
                var found = ActivityRules.assess(known, law, MadeUpCase.NOW).findings();
                var coverage = ActivityCoverage.of(known, law);
                var took = (System.nanoTime() - begun) / 1e6;
                millis.add(took);
                seconds += took / 1e3;
                segments += known.evidence().recordings().size();
                found.forEach(finding -> findings.merge(finding.key().duty(), 1L, Long::sum));
                if (coverage.isEmpty()) throw new IllegalStateException("an activity that ended has no coverage");
                if (peer.count() < COMPARED) compare(known, coverage.get().gap(), own, peer);
            }
        }
        var rows = new ArrayList<>(List.of(
                Row.of(NAME, ALL, seconds, "s"),
                Row.of(NAME, ONE, millis.median(), "ms"),
                Row.of(NAME, "coverage and findings of one activity, p99", millis.percentile(99), "ms"),
                Row.of(NAME, ARITHMETIC, own.median(), "ms").against(PEER, peer.median() / own.median()),
                Row.of(NAME, "activities", (double) workplace.cases(), "activities"),
                Row.of(NAME, "segments", (double) segments, "segments"),
                Row.of(NAME, "findings", findings.values().stream().mapToDouble(Long::doubleValue).sum(), "findings")));
        findings.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(DUTIES_SHOWN)
                .forEach(duty -> rows.add(Row.of(NAME, "findings of " + duty.getKey(), duty.getValue().doubleValue(), "findings")));
        return List.copyOf(rows);
    }

    private static void compare(Known activity, Duration gap, Samples own, Samples peer) {
        var time = activity.time().orElseThrow();
        var segments = activity.evidence().filed().stream().map(FiledSegment::segment).toList();
        var begun = System.nanoTime();
        var holes = Coverage.of(time, segments, gap).holes();
        own.add((System.nanoTime() - begun) / 1e6);
        begun = System.nanoTime();
        var counted = uncovered(time, segments, gap);
        peer.add((System.nanoTime() - begun) / 1e6);
        var computed = holes.stream().mapToLong(hole -> hole.time().length().toMillis()).sum();
        if (computed != counted) throw new IllegalStateException(computed + " ms uncovered by arithmetic and " + counted + " ms counted");
    }

    /** Every millisecond of the act that no recording has, where two files of one device with a technical gap between them are one. */
    private static int uncovered(Interval act, List<Segment> segments, Duration gap) {
        var length = Math.toIntExact(act.length().toMillis());
        var taken = new BitSet(length);
        for (var device : segments.stream().map(Segment::device).distinct().toList()) {
            var own = segments.stream().filter(one -> one.device().equals(device)).map(Segment::time)
                    .sorted(Comparator.comparing(Interval::from)).toList();
            for (var i = 0; i < own.size(); i++) {
                var end = own.get(i).to();
                var joined = i + 1 < own.size() && !own.get(i + 1).from().isAfter(end.plus(gap)) && own.get(i + 1).from().isAfter(end);
                var from = Duration.between(act.from(), own.get(i).from()).toMillis();
                var to = Duration.between(act.from(), joined ? own.get(i + 1).from() : end).toMillis();
                if (to > 0 && from < length) taken.set((int) Math.max(0, from), (int) Math.min(length, to));
            }
        }
        return length - taken.cardinality();
    }
}
