package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 延长查封、扣押: an extended measure lasts no longer than its extension says, and not over thirty and thirty days (Compulsion Law,
 * article 25). The law of the day of the beginning counts.
 */
@Duty("national.compulsion.sealingExtension")
public final class MeasureExtensionWithinLimit implements Rule<Begun> {

    private static final Key KEY = new Key("national.compulsion.sealingExtension");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.measures().values().stream()
                .filter(measure -> MeasureWithinLimit.limited(measure) && !measure.extensions().isEmpty())
                .flatMap(measure -> statutory(law, Moments.day(measure.taken().beganAt(), law)).stream()
                        .map(deadline -> MeasureWithinLimit.judge(measure, deadline, begun, law, now)))
                .collect(Assessment.all());
    }

    private static Optional<Deadline> statutory(Law law, LocalDate began) {
        var first = Deadline.from(law, MeasureWithinLimit.KEY, began);
        return first.flatMap(deadline -> Deadline.from(law, KEY, began)
                .map(more -> new Deadline(KEY, began, more.limit(), deadline.andAgain(more.limit(), law).due(),
                        more.authority())));
    }
}
