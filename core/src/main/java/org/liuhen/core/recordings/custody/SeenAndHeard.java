package org.liuhen.core.recordings.custody;

import java.time.Duration;
import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState.Probe;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 图像清晰、声音清楚: a recording of which a half or more is black or silent is told (SQ-D-5); how good it is otherwise a person ticks. The law of the
 * day on which it ended counts.
 */
@Duty("avRecord.quality.checked")
public final class SeenAndHeard implements Rule<HandedIn> {

    static final Key KEY = new Key("avRecord.quality.checked");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Seen.check(recording, law, KEY, one -> Seen.is(one, Check.BLACK, Check.SILENT) && half(recording, one));
    }

    private static boolean half(HandedIn recording, Observation one) {
        if (!(recording.probe() instanceof Probe.Done(var found)) || !(one.outcome() instanceof Outcome.Observed(var _, var sightings))) return false;
        var lengths = sightings.stream().flatMap(seen -> seen.length().stream()).reduce(Duration.ZERO, Duration::plus);
        return found.duration().filter(all -> all.isPositive() && lengths.multipliedBy(2).compareTo(all) >= 0).isPresent();
    }
}
