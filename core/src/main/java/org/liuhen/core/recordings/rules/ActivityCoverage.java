package org.liuhen.core.recordings.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.coverage.Coverage;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;

/**
 * What of an activity was recorded, as the rules see it: for pages and lists.
 *
 * @param gap the agency's technical gap
 * @param explained those of its holes that somebody explained
 */
public record ActivityCoverage(Coverage coverage, Duration gap, List<Hole> explained) {

    public ActivityCoverage {
        explained = List.copyOf(explained);
    }

    /** Of an activity that has begun and ended; empty before. */
    public static Optional<ActivityCoverage> of(Known activity, Law law) {
        return OnSite.of(activity, law).map(act -> {
            var coverage = act.coverage();
            return new ActivityCoverage(coverage, act.gap(), coverage.holes().stream().filter(act::explained).toList());
        });
    }

    /** Up to where two files of one device are one recording, on a day with these rules. */
    public static Duration technicalGap(Rules rules) {
        return OnSite.gap(rules);
    }

    /** How much of the time is covered, by the corrected clocks and whatever their uncertainty. */
    public static Duration covered(Interval time, Collection<Segment> segments, Duration technicalGap) {
        return Coverage.of(time, segments, technicalGap).holes().stream().map(hole -> hole.time().length())
                .reduce(time.length(), Duration::minus);
    }
}
