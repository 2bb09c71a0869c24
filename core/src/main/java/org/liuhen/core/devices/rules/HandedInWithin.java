package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 及时储存: a device that went out has handed in within the time of storing, counted from the check-out (LX-23, CL-19.p2, WD-9); with the end of the
 * day where the text has no hours (AJ-9). Nothing is raised where the day's hand-over says it sooner ({@link HandedInByDay}). Where an exception was entered for this time out, after the return (LX-23.p3). The law of the day of the
 * check-out counts.
 */
@Duty("recording.storeWithin")
public final class HandedInWithin implements Rule<Registered> {

    static final Key EXCEPTION_WITHIN = new Key("recording.storeException.within");
    static final Key EXCEPTION_GROUNDS = new Key("recording.storeException.reasons");

    static final Key KEY = new Key("recording.storeWithin");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return NothingCame.of(device).filter(one -> of.rules(one.out()).word(HandedInByDay.KEY).isEmpty())
                .flatMap(one -> due(one, of).stream().map(due -> one.check(of, KEY, due, now))).collect(Assessment.all());
    }

    /** Until when, by the time of storing. */
    static Optional<Cited<Instant>> due(NothingCame one, OfDevice of) {
        return of.rules(one.out()).limit(KEY).map(cited ->
                one.excepted(of, EXCEPTION_GROUNDS, EXCEPTION_WITHIN).orElseGet(() -> new Cited<>(switch (cited.value()) {
                    case Limit.Within within -> within.last(one.out(), of.law().workDays(), of.law().zone());
                    case Limit.Promptly _ -> of.endOfDay(one.out());
                }, cited.authority())));
    }
}
