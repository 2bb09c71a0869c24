package org.liuhen.core.recordings.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.Custody;
import org.liuhen.core.recordings.RecordingEvent.StationReceiptReconciled;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * A recording whose end is known, under the law of the day on which it ended.
 *
 * @param at its end, corrected by the device's clock
 * @param slack how far that may be off; what may be in time by it is no finding
 */
record Completed(HandedIn recording, Instant at, Duration slack, Rules rules, Law law) {

    private static final Key WITHIN = new Key("recording.storeWithin");
    private static final Key FROM = new Key("recording.storeFrom");
    private static final Key TARGETS = new Key("recording.storeTargets");
    private static final Set<String> STATIONS = Set.of("designatedStorage", "dedicatedStorage");
    private static final Key EXCEPTION_WITHIN = new Key("recording.storeException.within");
    private static final Key EXCEPTION_GROUNDS = new Key("recording.storeException.reasons");

    /** Empty where nothing tells when it ended. */
    static Optional<Completed> of(HandedIn recording, Law law) {
        return recording.completedAt().map(at ->
                new Completed(recording, at, recording.uncertainty(), law.on(LocalDate.ofInstant(at, law.zone())), law));
    }

    Custody custody() {
        return recording.custody();
    }

    /** Until when it is to be stored, and by which article; with the exception, where one counts. */
    Optional<Cited<Instant>> storedBy() {
        return storeException().or(this::ordinarilyStoredBy);
    }

    /** Until when it is to be stored by the exception, where one counts. */
    Optional<Cited<Instant>> storeException() {
        return exception(EXCEPTION_GROUNDS, EXCEPTION_WITHIN);
    }

    /** The same without the exception. */
    Optional<Cited<Instant>> ordinarilyStoredBy() {
        return rules.limit(WITHIN).map(cited -> new Cited<>(switch (cited.value()) {
            case Limit.Within within -> within.last(at, law.workDays(), law.zone());
            case Limit.Promptly _ -> endOfDay();
        }, cited.authority()));
    }

    /**
     * When it was stored: by the server, or before that by a designated station whose receipt was reconciled. A text that names other places
     * only does not count the station's (WD-9).
     */
    Instant stored() {
        var byServer = custody().storedAt();
        var stationsCount = rules.words(TARGETS).map(cited -> cited.value().stream().anyMatch(STATIONS::contains)).orElse(true);
        return recording.stationReceipt().filter(_ -> stationsCount).map(StationReceiptReconciled::receivedAt).filter(byServer::isAfter)
                .orElse(byServer);
    }

    /** Until when, by an exception that was entered on a ground of that list. */
    Optional<Cited<Instant>> exception(Key grounds, Key within) {
        return custody().exception()
                .filter(entered -> rules.words(grounds).filter(cited -> cited.value().contains(entered.ground())).isPresent())
                .flatMap(entered -> rules.limit(within).flatMap(cited -> cited.value() instanceof Limit.Within limit
                        ? Optional.of(new Cited<>(limit.last(entered.returnedAt(), law.workDays(), law.zone()), cited.authority()))
                        : Optional.empty()));
    }

    /** With the excuse that was entered for the time out, if one was. */
    Bilingual withExcuse(Bilingual what) {
        return custody().excuse().map(said -> new Bilingual(
                        what.zh() + "已于 " + zh(said.enteredAt()) + " 说明：" + said.delay().statement(),
                        what.en() + " Stated at " + en(said.enteredAt()) + ": " + said.delay().statement()))
                .orElse(what);
    }

    /** The end of the day on which it ended; by the latest day that the clock allows. */
    Instant endOfDay() {
        return new DueDay(LocalDate.ofInstant(at.plus(slack), law.zone()), false).last(law.zone());
    }

    /** Whether the day and not the hour counts. */
    boolean daily() {
        return rules.word(FROM).filter(cited -> cited.value().equals("endOfWorkday")).isPresent();
    }

    Finding alert(Key duty, Authority authority, Bilingual what, Bilingual wayOut, Optional<Instant> due) {
        return finding(Severity.ALERT, duty, authority, what, wayOut, due);
    }

    Finding report(Key duty, Authority authority, Bilingual what, Bilingual wayOut, Optional<Instant> due) {
        return finding(Severity.REPORT, duty, authority, what, wayOut, due);
    }

    private Finding finding(Severity severity, Key duty, Authority authority, Bilingual what, Bilingual wayOut, Optional<Instant> due) {
        var key = new FindingKey(duty.value(), recording.facts().recording().toString(), "");
        return new Finding(key, severity, authority, what, wayOut, due);
    }

    /** A time as people read it in Chinese, in the agency's zone. */
    String zh(Instant moment) {
        return Bilingual.moment(moment, law.zone()).zh();
    }

    /** The same in English. */
    String en(Instant moment) {
        return Bilingual.moment(moment, law.zone()).en();
    }
}
