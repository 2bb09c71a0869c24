package org.liuhen.server.recordings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Pictures;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Thresholds;

/** What a recording's file tells of its continuity, in the shape of the answer. */
record ContinuityView(
        List<Check> checks, Figures thresholds, Optional<String> pictures, Optional<Long> pictureStepMillis, String tool) {

    /**
     * A check.
     *
     * @param outcome {@code observed}, {@code notObserved}, {@code notPerformed}, {@code notApplicable}
     * @param reason why it was not performed, or does not apply
     */
    record Check(
            String check, String outcome, Optional<Long> count, List<Seen> sightings, Optional<String> reason, Optional<String> detail) {
        static Check of(Observation one) {
            var check = one.check().word();
            return switch (one.outcome()) {
                case Outcome.Observed(var count, var sightings) -> new Check(check, "observed", Optional.of(count),
                    sightings.stream().map(Seen::of).toList(), Optional.empty(), Optional.empty());
                case Outcome.NotObserved _ -> without(check, "notObserved", Optional.empty(), Optional.empty());
                case Outcome.NotPerformed(var hindrance, var detail) ->
                    without(check, "notPerformed", Optional.of(hindrance.word()), Optional.of(detail));
                case Outcome.NotApplicable(var ground) -> without(check, "notApplicable", Optional.of(ground.word()), Optional.empty());
            };
        }

        private static Check without(String check, String outcome, Optional<String> reason, Optional<String> detail) {
            return new Check(check, outcome, Optional.empty(), List.of(), reason, detail);
        }
    }

    /** Something that was seen. */
    record Seen(String sign, Optional<Long> atMillis, Optional<Long> lengthMillis, Optional<String> detail) {
        static Seen of(Sighting one) {
            return new Seen(one.sign().word(), one.at().map(Duration::toMillis), one.length().map(Duration::toMillis), one.detail());
        }
    }

    /** From where on something is told. */
    record Figures(
            long editMillis, long tailMillis, long frozenMillis, int frozenDecibels, long blackMillis, long silentMillis, int silentDecibels,
            long jumpMillis) {
        static Figures of(Thresholds t) {
            return new Figures(t.edit().toMillis(), t.tail().toMillis(), t.frozen().toMillis(), t.frozenDecibels(), t.black().toMillis(),
                t.silent().toMillis(), t.silentDecibels(), t.jump().toMillis());
        }
    }

    static ContinuityView of(ContinuityExamined found) {
        return new ContinuityView(found.observations().stream().map(Check::of).toList(), Figures.of(found.thresholds()),
            found.pictures().map(Pictures::word), found.pictureStep().map(Duration::toMillis), found.tool());
    }
}
