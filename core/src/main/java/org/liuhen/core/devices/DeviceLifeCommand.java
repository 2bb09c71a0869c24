package org.liuhen.core.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.ExcuseCause;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** What can be asked of a device in the course of its life, beside what concerns its findings. Who asks comes with the context. */
public sealed interface DeviceLifeCommand extends Command {

    /** Say what it is. */
    record DescribeDevice(DeviceDescription description) implements DeviceLifeCommand {}

    /** Enter how it was bought. */
    record PurchaseDevice(DevicePurchase purchase) implements DeviceLifeCommand {}

    /** Say what finance thinks of the purchase. */
    record ViewPurchase(boolean agreed, String text) implements DeviceLifeCommand {}

    /** Look at it against the technical demands. */
    record AcceptDevice(LocalDate on, List<TechnicalPoint> points) implements DeviceLifeCommand {
        public AcceptDevice {
            points = List.copyOf(points);
        }
    }

    /** Give it to another unit. */
    record MoveDevice(UnitCode unit, String reason) implements DeviceLifeCommand {}

    /** Name who manages it. */
    record AssignDevice(PersonId officer, Instant at) implements DeviceLifeCommand {}

    /** Take it out, or hand it to an officer who does. */
    record CheckOutDevice(PersonId officer, Instant at, UsePurpose purpose, Optional<String> what, Optional<Looked> check,
            Optional<WearPosition> wear)
            implements DeviceLifeCommand {}

    /** Look at it before use. */
    record CheckDevice(Instant at, Looked check) implements DeviceLifeCommand {}

    /** What was looked at; what was not is absent. See {@link PreUseCheck}. */
    record Looked(Optional<PreUseCheck.Battery> battery, Optional<PreUseCheck.Storage> storage, Optional<PreUseCheck.Clock> clock,
            Optional<Boolean> faultFree) {
        PreUseCheck by(PersonId person, Instant at) {
            return new PreUseCheck(at, person, battery, storage, clock, faultFree);
        }

        /** Whether a figure is none: more than full, less than empty, a clock a century off. */
        boolean impossible() {
            return battery.filter(found -> found.percent() < 0 || found.percent() > 100).isPresent()
                    || storage.filter(found -> found.freeBytes() < 0).isPresent()
                    || clock.flatMap(PreUseCheck.Clock::offset).map(Duration::abs)
                            .filter(off -> off.compareTo(DeviceClock.OFFSET_MAX) > 0).isPresent();
        }
    }

    /** Let another officer have it while it is out. */
    record ReassignDevice(PersonId to, Instant at, String reason) implements DeviceLifeCommand {}

    /**
     * Take it back.
     *
     * @param by who brought it
     */
    record ReturnDevice(PersonId by, Instant at, Condition condition, Optional<String> remark) implements DeviceLifeCommand {}

    /**
     * Say that what is recorded in this time out cannot be handed in in time, on a ground of the agency's text.
     *
     * @param expectedAt when the return is expected; that or the return itself is there
     * @param statedAt when it was written down, where that was before the server could be reached
     */
    record ExceptHandIn(String ground, String place, String statement, Optional<Instant> expectedAt, Optional<Instant> returnedAt,
            List<Digest> evidence, Optional<Instant> statedAt) implements DeviceLifeCommand {
        public ExceptHandIn {
            evidence = List.copyOf(evidence);
        }
    }

    /** Say what keeps it from being handed in, where that is no exception of the text. @param statedAt as in {@link ExceptHandIn} */
    record ExcuseHandIn(ExcuseCause cause, String statement, List<Digest> evidence, Optional<Instant> statedAt) implements DeviceLifeCommand {
        public ExcuseHandIn {
            evidence = List.copyOf(evidence);
        }
    }

    /** Enter when one was back, for the last exception. */
    record EnterReturn(Instant returnedAt) implements DeviceLifeCommand {}

    /** Note a use that was no enforcement. */
    record NoteOutsideUse(Instant at, String what, Optional<PersonId> officer) implements DeviceLifeCommand {}

    /** Stop it because of a fault. */
    record ReportFault(Instant foundAt, Instant stoppedAt, String what, FaultCause cause, Optional<LeaderReport> report)
            implements DeviceLifeCommand {}

    /** Enter that a leader was told of the last fault. */
    record TellOfFault(LeaderReport report) implements DeviceLifeCommand {}

    /** Send it away to be repaired. */
    record SendForRepair(LocalDate on, String firm) implements DeviceLifeCommand {}

    /** Enter a repair, of whatever kind. */
    record RepairDevice(RepairKind kind, String by, LocalDate on, boolean working, String what, Optional<String> costYuan)
            implements DeviceLifeCommand {}

    /** Enter a servicing. */
    record MaintainDevice(LocalDate on, String what) implements DeviceLifeCommand {}

    /** Remark on the quality of the product. */
    record RemarkQuality(LocalDate on, String text) implements DeviceLifeCommand {}

    /** Report its loss. */
    record ReportLoss(
            LossKind kind, Instant at, String place, String circumstances, Optional<String> unstored, Optional<LeaderReport> report)
            implements DeviceLifeCommand {}

    /** It was found again. */
    record FindDevice(Instant at, String circumstances) implements DeviceLifeCommand {}

    /** Take it out of use for ever. */
    record RetireDevice(LocalDate on, String reason) implements DeviceLifeCommand {}
}
