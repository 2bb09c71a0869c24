package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLife;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/** A device in the register, under the law. */
record OfDevice(Registered device, Law law) {

    DeviceLife life() {
        return device.life();
    }

    Rules rules(Instant at) {
        return law.on(day(at));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, law.zone());
    }

    /** The last moment of the day. */
    Instant endOfDay(Instant at) {
        return new DueDay(day(at), false).last(law.zone());
    }

    /** A time as people read it in Chinese, in the agency's zone. */
    String zh(Instant moment) {
        return Bilingual.moment(moment, law.zone()).zh();
    }

    /** The same in English. */
    String en(Instant moment) {
        return Bilingual.moment(moment, law.zone()).en();
    }

    /** The day on which it was put to use: accepted, given to somebody or taken out; empty before, and when it is lost or retired. */
    Optional<LocalDate> inServiceSince() {
        if (life().health().retired().isPresent() || life().health().lost().isPresent()) return Optional.empty();
        return Stream.of(
                        life().papers().acceptance().stream().map(accepted -> accepted.on()),
                        life().keeping().assignments().stream().limit(1).map(assigned -> day(assigned.at())),
                        life().keeping().outings().stream().limit(1).map(outing -> day(outing.out().at())))
                .flatMap(days -> days).min(LocalDate::compareTo);
    }

    Finding alert(Key duty, String occurrence, Authority authority, Bilingual what, Bilingual wayOut) {
        return finding(Severity.ALERT, duty, occurrence, authority, what, wayOut);
    }

    Finding finding(Severity severity, Key duty, String occurrence, Authority authority, Bilingual what, Bilingual wayOut) {
        return new Finding(new FindingKey(duty.value(), device.facts().device().toString(), occurrence), severity, authority, what, wayOut,
                Optional.empty());
    }
}
