package org.liuhen.core.values;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why what was recorded with a device comes later than it should, said as soon as that is known. It holds for everything recorded in one time out.
 *
 * @param ground word of {@code recording.storeException.reasons}, or of {@link ExcuseCause}
 * @param expectedAt when the return is expected, as long as nobody is back
 * @param returnedAt when the officer was back
 * @param evidence photographs, logs of a fault
 * @param statedAt when it was written down, by the terminal's clock, where that was before the server could be reached
 * @param from the check-out; without one, the beginning of the day
 * @param until the return of the device, where it had come back when this was said
 */
public record Delay(
        DelayKind kind, String ground, Optional<String> place, String statement, Optional<Instant> expectedAt, Optional<Instant> returnedAt,
        List<Digest> evidence, PersonId by, Optional<Instant> statedAt, Instant from, Optional<Instant> until) {
    public Delay {
        evidence = List.copyOf(evidence);
    }

    /** The same with that return. */
    public Delay returned(Instant at) {
        return new Delay(kind, ground, place, statement, expectedAt, Optional.of(at), evidence, by, statedAt, from, until);
    }

    /** The same, of a device that came back then; what came back before stays as it was. */
    public Delay back(Instant at) {
        return new Delay(kind, ground, place, statement, expectedAt, returnedAt, evidence, by, statedAt, from, Optional.of(until.orElse(at)));
    }

    /** From when the time of storing runs: the return; where nobody entered it the device's, else the one that is expected. */
    public Optional<Instant> runsFrom() {
        return returnedAt.or(() -> until).or(() -> expectedAt);
    }
}
