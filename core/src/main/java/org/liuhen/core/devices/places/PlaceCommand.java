package org.liuhen.core.devices.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.UnitCode;

/** What can be asked of a place. */
public sealed interface PlaceCommand extends Command {

    /** Enter it in the register. */
    record RegisterPlace(PlaceId place, PlaceKind kind, String name, UnitCode unit, boolean districtServiceHall, LocalDate inUseFrom)
            implements PlaceCommand {}

    /** It is called so, and belongs so, from now on. */
    record AmendPlace(String name, UnitCode unit, boolean districtServiceHall) implements PlaceCommand {}

    /** A fixed device stands there. */
    record PlaceCamera(DeviceId device, Instant at) implements PlaceCommand {}

    /** It does not stand there any more. */
    record TakeCameraAway(DeviceId device, Instant at, String reason) implements PlaceCommand {}

    /** Whether the record of these days is there. */
    record CheckSurveillance(LocalDate first, LocalDate last, List<SurveillanceGap> gaps) implements PlaceCommand {
        public CheckSurveillance {
            gaps = List.copyOf(gaps);
        }
    }

    /** It is not used any more. */
    record ClosePlace(LocalDate on, String reason) implements PlaceCommand {}
}
