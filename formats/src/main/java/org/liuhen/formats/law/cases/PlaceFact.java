package org.liuhen.formats.law.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.devices.places.PlaceKind;
import org.liuhen.core.values.UnitCode;

/** What a worked case says of a place where core's command holds more than a lawyer writes. {@link PlacePlay} completes it. */
public sealed interface PlaceFact {

    /** It is in the register from now on. @param inUseFrom absent: from that day on */
    record Register(PlaceKind kind, String name, UnitCode unit, boolean districtServiceHall, Optional<LocalDate> inUseFrom) implements PlaceFact {}
}
