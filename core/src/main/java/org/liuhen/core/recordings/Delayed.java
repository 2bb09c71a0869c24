package org.liuhen.core.recordings;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.recordings.CustodyEvent.DelaysTold;
import org.liuhen.core.recordings.CustodyEvent.ToldDelay;
import org.liuhen.core.recordings.RecordingCommand.TellDelays;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Delay;

/** Decides what was entered of the time out in which a recording was made, and whether there is anything to tell. */
final class Delayed {

    private Delayed() {}

    /** Nothing is told of a recording without a delay: most have none. */
    static Decision<RecordingEvent, RecordingRefusal> tell(HandedIn recording, TellDelays command) {
        var custody = recording.custody();
        var of = recording.completedAt().map(at -> ofIts(recording, at, command.delays())).orElse(List.of());
        if (of.isEmpty() && custody.entered().isEmpty() && custody.told().isEmpty()) return nothing();
        var told = new DelaysTold(command.out(), command.back(), of);
        return custody.told().filter(told::equals).isPresent() ? nothing() : accept(told);
    }

    private static List<ToldDelay> ofIts(HandedIn recording, Instant at, List<ToldDelay> all) {
        var slack = recording.uncertainty();
        return all.stream().filter(said -> holds(said.delay(), at.minus(slack), at.plus(slack))).toList();
    }

    /** It may have ended while the device was out. */
    private static boolean holds(Delay delay, Instant earliest, Instant latest) {
        return !latest.isBefore(delay.from()) && delay.until().filter(earliest::isAfter).isEmpty();
    }
}
