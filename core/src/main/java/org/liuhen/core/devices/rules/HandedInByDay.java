package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 当日移交: what was recorded with a device that went out is with the custodian by the end of the day; told when the day ends and nothing came, and not
 * only when it comes (SQ-D-9). Where an exception was entered for this time out, after the return (SQ-D-9.p2). The law of the day of the check-out counts.
 */
@Duty("recording.handOver.due")
public final class HandedInByDay implements Rule<Registered> {

    static final Key KEY = new Key("recording.handOver.due");

    private static final Key EXCEPTION_WITHIN = new Key("recording.handOver.exceptionWithin");
    private static final Key EXCEPTION_GROUNDS = new Key("recording.handOver.exceptionReasons");
    private static final Key ONE_LIST = new Key("reading.SQ.2");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return NothingCame.of(device).flatMap(one -> due(one, of).stream().map(due -> one.check(of, KEY, due, now))).collect(Assessment.all());
    }

    /** Until when, where the text has that clock. */
    static Optional<Cited<Instant>> due(NothingCame one, OfDevice of) {
        return of.rules(one.out()).word(KEY)
                .map(cited -> excepted(one, of).orElseGet(() -> new Cited<>(of.endOfDay(one.out()), cited.authority())));
    }

    /** On a ground of this list, or of that of storing where both are read as one. */
    private static Optional<Cited<Instant>> excepted(NothingCame one, OfDevice of) {
        return one.excepted(of, EXCEPTION_GROUNDS, EXCEPTION_WITHIN)
                .or(() -> of.rules(one.out()).word(ONE_LIST).flatMap(_ -> one.excepted(of, HandedInWithin.EXCEPTION_GROUNDS, HandedInWithin.EXCEPTION_WITHIN)));
    }
}
