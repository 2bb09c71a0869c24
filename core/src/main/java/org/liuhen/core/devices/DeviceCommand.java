package org.liuhen.core.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;

/** What can be asked of a device. */
public sealed interface DeviceCommand extends Command {

    /** Enter it in the register. */
    record RegisterDevice(DeviceEvent.DeviceRegistered facts) implements DeviceCommand {}

    /** Take its files although nobody has entered it in the register; asked for together with the first hand-in. */
    record TakeUnregistered(DeviceEvent.DeviceRegistered facts, DeviceEvent.FoundAtIntake found) implements DeviceCommand {}

    /** A source was listed; its files will follow. */
    record OpenHandIn(HandInId handIn, HandInSource source, long files, long bytes, Digest listing, Optional<DeviceClock> clock)
            implements DeviceCommand {}

    /** The station is done. All failures; the decider keeps the first ones. */
    record BalanceHandIn(HandInId handIn, long camera, long stored, long failed, List<DeviceEvent.FailedFile> failures)
            implements DeviceCommand {
        public BalanceHandIn {
            failures = List.copyOf(failures);
        }
    }

    /** All numbers of files that are missing after a hand-in. Of the program only. */
    record CompareFileNumbers(List<MissingNumbers> missing) implements DeviceCommand {
        public CompareFileNumbers {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What a station saw on it that the store has, at each docking and after each clearing.
     *
     * @param files as many as {@code oldest} is there for
     */
    record SeeMemory(Instant at, long files, Optional<DeviceLifeEvent.StoredFile> oldest) implements DeviceCommand {}

    /** All that it recorded, beside who had it out ({@link Uses}). Of the program only. */
    record CompareUses(List<MadeRecording> made) implements DeviceCommand {
        public CompareUses {
            made = List.copyOf(made);
        }
    }
}
