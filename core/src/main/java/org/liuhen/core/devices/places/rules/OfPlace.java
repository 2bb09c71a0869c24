package org.liuhen.core.devices.places.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.liuhen.core.devices.places.PlaceState.Known;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/** A place of the register, under the law. */
record OfPlace(Known place, Law law) {

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, law.zone());
    }

    /** The day from which it has stood without any device: since it is used, or since the last one was taken away. */
    LocalDate bareSince() {
        return place.cameras().stream().flatMap(camera -> camera.until().stream()).max(Instant::compareTo).map(this::day)
                .filter(day -> day.isAfter(place.registered().inUseFrom())).orElse(place.registered().inUseFrom());
    }

    /** The last moment before it begins to be used. */
    Instant unusedUntil() {
        return place.registered().inUseFrom().atStartOfDay(law.zone()).toInstant().minusNanos(1);
    }

    /** A time as people read it, in the agency's zone. */
    String clock(Instant moment) {
        var local = moment.atZone(law.zone()).toLocalDateTime();
        return local.toLocalDate() + " " + local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    Finding alert(Key duty, String occurrence, Authority authority, Bilingual what, Bilingual wayOut) {
        return new Finding(new FindingKey(duty.value(), place.registered().place().toString(), occurrence), Severity.ALERT, authority, what, wayOut,
                Optional.empty());
    }
}
