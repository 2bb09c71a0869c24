package org.liuhen.core.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** Events of one device. docs/formats.md, sections 2.4 and 2.9. */
public sealed interface DeviceEvent extends Event
        permits DeviceEvent.DeviceRegistered, DeviceEvent.HandInOpened, DeviceEvent.HandInBalanced, DeviceEvent.FileNumbersCompared,
                DeviceEvent.FoundAtIntake, DeviceLifeEvent {

    /** The device is in the register, and whose it is (定人管理). */
    record DeviceRegistered(
            DeviceId device,
            DeviceNumber number,
            DeviceKind kind,
            UnitCode unit,
            Optional<PersonId> officer,
            Optional<String> serial,
            Optional<String> model)
            implements DeviceEvent {}

    /**
     * Nobody had entered it in the register when its files were handed in: what is registered of it is what was known then. Until somebody
     * describes it, that is told.
     *
     * @param by the name of whoever handed in, a person or a station
     */
    record FoundAtIntake(String by, Instant at) implements DeviceEvent {}

    /**
     * A source was listed, before any file moved.
     *
     * @param files on the list, whatever their state
     * @param bytes of all files on the list
     * @param listing names the list in the vault
     */
    record HandInOpened(
            HandInId handIn, HandInSource source, long files, long bytes, Digest listing, Optional<DeviceClock> clock)
            implements DeviceEvent {}

    /**
     * What the station says at the end.
     *
     * @param camera files on the source
     * @param stored files with a verified receipt
     * @param failed files without
     * @param failures the first {@link #FAILURES_MAX} of them
     */
    record HandInBalanced(HandInId handIn, long camera, long stored, long failed, List<FailedFile> failures)
            implements DeviceEvent {

        /** The most failures that are named. */
        public static final int FAILURES_MAX = 100;

        public HandInBalanced {
            failures = List.copyOf(failures);
        }
    }

    /**
     * The numbers of all files that arrived were compared: these are missing now. The newest counts, so an empty one takes back what was
     * missing.
     *
     * @param missing between two files that arrived; the first {@link #MISSING_MAX}
     * @param further that are missing and not named
     */
    record FileNumbersCompared(List<MissingNumbers> missing, long further) implements DeviceEvent {

        /** The most that are named. */
        public static final int MISSING_MAX = 100;

        public FileNumbersCompared {
            missing = List.copyOf(missing);
            if (missing.size() > MISSING_MAX || further < 0) throw new IllegalArgumentException(missing.size() + " and " + further);
        }
    }

    /** A file that was not stored, and why. */
    record FailedFile(String path, String reason) {}
}
