package org.liuhen.core.devices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Delay;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.UnitCode;

/** The life of a device from purchase to retirement. docs/formats.md, section 2.9. */
public sealed interface DeviceLifeEvent extends DeviceEvent {

    /** It is so; what was said of it before does not count. */
    record DeviceDescribed(DeviceDescription description) implements DeviceLifeEvent {}

    /** It was bought; the newest entry counts. */
    record DevicePurchased(DevicePurchase purchase) implements DeviceLifeEvent {}

    /** What finance says of the purchase. */
    record PurchaseViewed(boolean agreed, String text, PersonId by) implements DeviceLifeEvent {}

    /** It was looked at against the technical demands (验收). */
    record DeviceAccepted(LocalDate on, List<TechnicalPoint> points, PersonId by) implements DeviceLifeEvent {
        public DeviceAccepted {
            points = List.copyOf(points);
        }
    }

    /** It belongs to this unit from now on. */
    record DeviceMoved(UnitCode unit, String reason) implements DeviceLifeEvent {}

    /** It is managed by this person from now on (定人管理). */
    record DeviceAssigned(Officer officer, Instant at) implements DeviceLifeEvent {}

    /** An officer took it. */
    record DeviceCheckedOut(Officer officer, Instant at, UsePurpose purpose, Optional<String> what, Optional<PreUseCheck> check)
            implements DeviceLifeEvent {}

    /** Where the officer who takes it says that he wears it. */
    record WearDeclared(WearPosition position, PersonId by) implements DeviceLifeEvent {}

    /** It was looked at once more while it was out. */
    record UseChecked(PreUseCheck check) implements DeviceLifeEvent {}

    /** Another officer has it now, by leave of a person (经批准转交). */
    record DeviceReassigned(Officer to, Instant at, String reason, PersonId leaveBy) implements DeviceLifeEvent {}

    /** It came back; {@code by} is who brought it. */
    record DeviceReturned(Instant at, PersonId by, Condition condition, Optional<String> remark) implements DeviceLifeEvent {}

    /** What is recorded with it comes later, and why. */
    record DelayStated(Delay delay) implements DeviceLifeEvent {}

    /** Who had it was back then: of the last exception. */
    record ReturnEntered(Instant returnedAt, PersonId by) implements DeviceLifeEvent {}

    /** It was used for something that is no enforcement. */
    record OutsideUseNoted(Instant at, String what, Optional<PersonId> officer) implements DeviceLifeEvent {}

    /** It has a fault and is not used from then on. */
    record FaultReported(Instant foundAt, Instant stoppedAt, String what, FaultCause cause, Optional<LeaderReport> report)
            implements DeviceLifeEvent {}

    /** A leader was told of the last fault. */
    record FaultTold(LeaderReport report) implements DeviceLifeEvent {}

    /** It went away to be repaired. */
    record SentForRepair(LocalDate on, String firm) implements DeviceLifeEvent {}

    /**
     * It was repaired, or looked at and found in order.
     *
     * @param by the firm, or whoever opened it
     * @param working whether it may be used again
     * @param costYuan as {@link DevicePurchase#priceYuan}
     */
    record DeviceRepaired(RepairKind kind, String by, LocalDate on, boolean working, String what, Optional<String> costYuan)
            implements DeviceLifeEvent {}

    /** It was serviced (保养). */
    record DeviceMaintained(LocalDate on, String what, PersonId by) implements DeviceLifeEvent {}

    /**
     * A servicing was entered by somebody else than the unit has named for its devices; written with it.
     *
     * @param by who entered it
     * @param named who was named that day; none: nobody
     */
    record ServicedByOther(LocalDate on, PersonId by, List<PersonId> named) implements DeviceLifeEvent {
        public ServicedByOther {
            named = List.copyOf(named);
        }
    }

    /** What somebody remarks on the quality of the product (产品质量). */
    record QualityRemarked(LocalDate on, String text, PersonId by) implements DeviceLifeEvent {}

    /**
     * All that it recorded was compared with who had it out. The newest counts, so an empty one takes back what was told.
     *
     * @param outside recorded while nobody had it out; the first {@link #OUTSIDE_MAX}
     * @param further that are outside and not named
     * @param first of each time out whose check came later than that; the last {@link #FIRST_MAX}
     */
    record UsesCompared(List<OutsideRecording> outside, long further, List<FirstUse> first) implements DeviceLifeEvent {

        /** The most recordings that are named. */
        public static final int OUTSIDE_MAX = 100;

        /** The most times out that are named. */
        public static final int FIRST_MAX = 100;

        public UsesCompared {
            outside = List.copyOf(outside);
            first = List.copyOf(first);
            if (outside.size() > OUTSIDE_MAX || first.size() > FIRST_MAX || further < 0) throw new IllegalArgumentException(outside.size() + " and " + further);
        }
    }

    /** A recording that was made while nobody had the device out. */
    record OutsideRecording(RecordingId recording, String name, Instant from, Instant to) {}

    /**
     * The first recording of a time out.
     *
     * @param out the check-out
     * @param at the latest moment at which it can have begun
     */
    record FirstUse(Instant out, Instant at) {}

    /**
     * A station looked at its memory: files with a checked receipt were still on it. The newest counts; none takes back what was told.
     *
     * @param at when it was looked at
     * @param files that had their receipts before it was docked
     * @param oldest of them
     */
    record MemorySeen(Instant at, long files, Optional<StoredFile> oldest) implements DeviceLifeEvent {
        public MemorySeen {
            if (files < 0 || (files == 0) != oldest.isEmpty()) throw new IllegalArgumentException(files + " files, the oldest " + oldest);
        }
    }

    /** A file that the store has, and since when. */
    record StoredFile(RecordingId recording, String path, Instant storedAt) {}

    /**
     * It is lost.
     *
     * @param unstored what was still on it and had not been handed in, as far as is known
     */
    record DeviceLost(
            LossKind kind, Instant at, String place, String circumstances, Optional<String> unstored, Optional<LeaderReport> report)
            implements DeviceLifeEvent {}

    /** It is there again. */
    record DeviceFound(Instant at, String circumstances) implements DeviceLifeEvent {}

    /** It is not used any more. */
    record DeviceRetired(LocalDate on, String reason, PersonId leaveBy) implements DeviceLifeEvent {}
}
