package org.liuhen.formats.law.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** What a worked case says of a device where core's command holds more than a lawyer writes. {@link DevicePlay} completes it. */
public sealed interface DeviceFact {

    /** It is in the register from now on. @param officer who manages it, where that is known from the beginning */
    record Register(DeviceKind kind, UnitCode unit, Optional<PersonId> officer) implements DeviceFact {}

    /** Files of it come in, and nobody has entered it in the register. */
    record FindAtIntake(DeviceKind kind, UnitCode unit) implements DeviceFact {}

    /**
     * Its card is handed in, and the numbers of all files that arrived are compared.
     *
     * @param files paths on the card; none: nothing was on it. A path that came before is the same file
     */
    record HandIn(List<String> files) implements DeviceFact {
        public HandIn {
            files = List.copyOf(files);
        }
    }

    /**
     * A recording of it came in.
     *
     * @param to its end; absent: a moment, such as that of a photograph
     */
    record Made(Instant from, Optional<Instant> to, Duration uncertainty) implements DeviceFact {
        public Made {
            if (to.filter(from::isAfter).isPresent()) throw new IllegalArgumentException("ends before it begins");
            if (uncertainty.isNegative()) throw new IllegalArgumentException("uncertainty " + uncertainty);
        }
    }

    /** Who is named for the devices of its unit. @param person absent: nobody */
    record NameCustodian(Optional<PersonId> person) implements DeviceFact {}
}
