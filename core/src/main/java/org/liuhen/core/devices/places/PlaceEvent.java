package org.liuhen.core.devices.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.UnitCode;

/** Events of one place. docs/formats.md, section 2.13. */
public sealed interface PlaceEvent extends Event {

    /**
     * The place is in the register.
     *
     * @param districtServiceHall whether it is a window of the district's service hall (政务服务大厅), where the district's rules hold
     * @param inUseFrom the first day on which it is used
     */
    record PlaceRegistered(PlaceId place, PlaceKind kind, String name, UnitCode unit, boolean districtServiceHall, LocalDate inUseFrom)
            implements PlaceEvent {}

    /** It is called so, and belongs so, from now on. */
    record PlaceAmended(String name, UnitCode unit, boolean districtServiceHall) implements PlaceEvent {}

    /** A fixed device stands there from this moment on. */
    record CameraPlaced(DeviceId device, Instant at) implements PlaceEvent {}

    /** It does not stand there any more. */
    record CameraTakenAway(DeviceId device, Instant at, String reason) implements PlaceEvent {}

    /**
     * Somebody looked whether the record of these days is there. For a day the newest check counts.
     *
     * @param first of the days
     * @param last of the days
     * @param gaps what is not there; none: all is
     */
    record SurveillanceChecked(LocalDate first, LocalDate last, List<SurveillanceGap> gaps, PersonId by) implements PlaceEvent {

        /** The most gaps of one check. */
        public static final int GAPS_MAX = 50;

        public SurveillanceChecked {
            gaps = List.copyOf(gaps);
        }
    }

    /** It is not used any more; this day is the last one. */
    record PlaceClosed(LocalDate on, String reason) implements PlaceEvent {}
}
