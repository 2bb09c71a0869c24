package org.liuhen.core.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.recordings.CustodyEvent.AccidentClaimed;
import org.liuhen.core.recordings.CustodyEvent.AccidentConfirmed;
import org.liuhen.core.recordings.CustodyEvent.AccidentDenied;
import org.liuhen.core.recordings.CustodyEvent.DelaysTold;
import org.liuhen.core.recordings.CustodyEvent.FiledWithoutCase;
import org.liuhen.core.recordings.CustodyEvent.FilingAssigned;
import org.liuhen.core.recordings.CustodyEvent.HandedToCustodian;
import org.liuhen.core.recordings.CustodyEvent.StoringExcepted;
import org.liuhen.core.recordings.CustodyEvent.ToldDelay;
import org.liuhen.core.values.DelayKind;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;

/**
 * What is known of the custody of a recording.
 *
 * @param storedAt when the server took it in
 * @param handed to the custodian; the first time counts
 * @param entered the newest exception that was entered for it
 * @param told what was entered of the time out in which it was recorded; the newest
 */
public record Custody(
        Instant storedAt, Optional<HandedToCustodian> handed, Optional<Entered> entered, Optional<DelaysTold> told, Optional<Accident> accident,
        Optional<FiledWithoutCase> withoutCase, Optional<PersonId> assigned) {

    /** An exception that was entered for this recording, and when. */
    public record Entered(StoringExcepted facts, Instant at) {}

    /**
     * Why it was stored late, whether entered for it or for the time out of its device.
     *
     * @param returnedAt from when the time of storing runs
     * @param returned whether that is the return, or the one that is expected
     * @param checkedInAt when the device was checked in, as far as is known
     * @param enteredAt when the server knew it
     * @param statedAt when it was written down, where that was before
     */
    public record Excepted(
            String ground, String place, String statement, Instant returnedAt, boolean returned, Optional<Instant> checkedInAt, PersonId by,
            Instant enteredAt, Optional<Instant> statedAt, List<Digest> evidence) {
        public Excepted {
            evidence = List.copyOf(evidence);
        }
    }

    /** A claim that it was recorded by accident. */
    public record Accident(AccidentClaimed claimed, Optional<AccidentConfirmed> confirmed) {}

    /** The exception that counts: the one entered for it, else the newest of its time out. */
    public Optional<Excepted> exception() {
        return entered.map(own -> new Excepted(own.facts().ground(), own.facts().place(), own.facts().statement(), own.facts().returnedAt(), true,
                        own.facts().checkedInAt().or(this::back), own.facts().by(), own.at(), Optional.empty(), List.of()))
                .or(() -> ofDevice(DelayKind.EXCEPTION).flatMap(said -> said.delay().runsFrom().map(from -> excepted(said, from))));
    }

    private Excepted excepted(ToldDelay said, Instant from) {
        var delay = said.delay();
        return new Excepted(delay.ground(), delay.place().orElse(""), delay.statement(), from, delay.returnedAt().or(delay::until).isPresent(), back(),
                delay.by(), said.enteredAt(), delay.statedAt(), delay.evidence());
    }

    /** What was said of the time out that is no exception of the text; the newest. */
    public Optional<ToldDelay> excuse() {
        return ofDevice(DelayKind.EXCUSE);
    }

    private Optional<ToldDelay> ofDevice(DelayKind kind) {
        return told.stream().flatMap(of -> of.delays().stream()).filter(said -> said.delay().kind() == kind).reduce((_, later) -> later);
    }

    private Optional<Instant> back() {
        return told.flatMap(DelaysTold::back);
    }

    /** Whether its device is known to be out still. */
    public boolean deviceOut() {
        return told.filter(of -> of.out().isPresent() && of.back().isEmpty()).isPresent();
    }

    static Custody begun(Instant storedAt) {
        return new Custody(storedAt, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether two people have said that it was recorded by accident. */
    public boolean accidental() {
        return accident.flatMap(Accident::confirmed).isPresent();
    }

    Custody with(CustodyEvent event, Instant recordedAt) {
        return switch (event) {
            case HandedToCustodian e -> new Custody(storedAt, handed.or(() -> Optional.of(e)), entered, told, accident, withoutCase, assigned);
            case StoringExcepted e ->
                new Custody(storedAt, handed, Optional.of(new Entered(e, recordedAt)), told, accident, withoutCase, assigned);
            case DelaysTold e -> new Custody(storedAt, handed, entered, Optional.of(e), accident, withoutCase, assigned);
            case AccidentClaimed e -> with(Optional.of(new Accident(e, Optional.empty())));
            case AccidentConfirmed e -> with(accident.map(claim -> new Accident(claim.claimed(), Optional.of(e))));
            case AccidentDenied _ -> with(Optional.empty());
            case FiledWithoutCase e -> new Custody(storedAt, handed, entered, told, accident, Optional.of(e), assigned);
            case FilingAssigned e -> new Custody(storedAt, handed, entered, told, accident, withoutCase, Optional.of(e.to()));
        };
    }

    private Custody with(Optional<Accident> next) {
        return new Custody(storedAt, handed, entered, told, next, withoutCase, assigned);
    }
}
