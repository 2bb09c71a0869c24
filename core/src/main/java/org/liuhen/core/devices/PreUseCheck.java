package org.liuhen.core.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.PersonId;

/**
 * What was looked at before use (使用前检查). What was not looked at is absent. The texts give no figures, so whoever checks says
 * whether it is enough.
 */
public record PreUseCheck(
        Instant at, PersonId by, Optional<Battery> battery, Optional<Storage> storage, Optional<Clock> clock, Optional<Boolean> faultFree) {

    /** How full the battery is. */
    public record Battery(int percent, boolean enough) {}

    /** How much room is left. */
    public record Storage(long freeBytes, boolean enough) {}

    /**
     * What the device's clock shows.
     *
     * @param offset device clock minus true clock, where somebody measured it
     * @param accurate as it was found
     * @param set whether it was set to the true time then
     */
    public record Clock(Optional<Duration> offset, boolean accurate, boolean set) {

        /** Whether it was right when the device went out. */
        public boolean right() {
            return accurate || set;
        }
    }

    /** What was looked at, in the words of {@code device.preUseCheck.items}. */
    public List<String> looked() {
        var looked = new java.util.ArrayList<String>();
        if (battery.isPresent()) looked.add("battery");
        if (storage.isPresent()) looked.add("storage");
        if (faultFree.isPresent()) looked.add("noFault");
        if (clock.isPresent()) looked.add("clock");
        return looked;
    }

    /** What was found wanting, in the same words; whether the clock is right is a duty of its own. */
    public List<String> wanting() {
        var wanting = new java.util.ArrayList<String>();
        if (battery.filter(found -> !found.enough()).isPresent()) wanting.add("battery");
        if (storage.filter(found -> !found.enough()).isPresent()) wanting.add("storage");
        if (faultFree.filter(free -> !free).isPresent()) wanting.add("noFault");
        return wanting;
    }
}
