package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.recordings.CustodyEvent.AccidentClaimed;
import org.liuhen.core.recordings.CustodyEvent.AccidentConfirmed;
import org.liuhen.core.recordings.CustodyEvent.AccidentDenied;
import org.liuhen.core.recordings.CustodyEvent.FiledWithoutCase;
import org.liuhen.core.recordings.CustodyEvent.FilingAssigned;
import org.liuhen.core.recordings.CustodyEvent.HandedToCustodian;
import org.liuhen.core.recordings.CustodyEvent.StoringExcepted;
import org.liuhen.core.values.PersonId;

/**
 * What is known of the custody of a recording.
 *
 * @param storedAt when the server took it in
 * @param handed to the custodian; the first time counts
 * @param exception the newest
 */
public record Custody(
        Instant storedAt, Optional<HandedToCustodian> handed, Optional<Excepted> exception, Optional<Accident> accident,
        Optional<FiledWithoutCase> withoutCase, Optional<PersonId> assigned) {

    /** Why it was stored late, and when that was entered. */
    public record Excepted(StoringExcepted facts, Instant enteredAt) {}

    /** A claim that it was recorded by accident. */
    public record Accident(AccidentClaimed claimed, Optional<AccidentConfirmed> confirmed) {}

    static Custody begun(Instant storedAt) {
        return new Custody(storedAt, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether two people have said that it was recorded by accident. */
    public boolean accidental() {
        return accident.flatMap(Accident::confirmed).isPresent();
    }

    Custody with(CustodyEvent event, Instant recordedAt) {
        return switch (event) {
            case HandedToCustodian e -> new Custody(storedAt, handed.or(() -> Optional.of(e)), exception, accident, withoutCase, assigned);
            case StoringExcepted e ->
                new Custody(storedAt, handed, Optional.of(new Excepted(e, recordedAt)), accident, withoutCase, assigned);
            case AccidentClaimed e -> with(Optional.of(new Accident(e, Optional.empty())));
            case AccidentConfirmed e -> with(accident.map(claim -> new Accident(claim.claimed(), Optional.of(e))));
            case AccidentDenied _ -> with(Optional.empty());
            case FiledWithoutCase e -> new Custody(storedAt, handed, exception, accident, Optional.of(e), assigned);
            case FilingAssigned e -> new Custody(storedAt, handed, exception, accident, withoutCase, Optional.of(e.to()));
        };
    }

    private Custody with(Optional<Accident> next) {
        return new Custody(storedAt, handed, exception, next, withoutCase, assigned);
    }
}
