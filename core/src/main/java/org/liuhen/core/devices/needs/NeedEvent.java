package org.liuhen.core.devices.needs;

import java.util.List;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

/** Events of one unit's special need. docs/formats.md, section 2.14. */
public sealed interface NeedEvent extends Event {

    /**
     * The unit's work needs devices that can do this; the newest statement counts, and none: it needs nothing special.
     *
     * @param why what the work is
     */
    record SpecialNeedStated(UnitCode unit, List<Capability> capabilities, String why, PersonId by) implements NeedEvent {
        public SpecialNeedStated {
            capabilities = capabilities.stream().distinct().sorted().toList();
        }
    }

    /** What devices of the unit that are there and work can do; written by the program where it has changed. The newest counts. */
    record CapabilitiesHeld(List<Capability> capabilities) implements NeedEvent {
        public CapabilitiesHeld {
            capabilities = capabilities.stream().distinct().sorted().toList();
        }
    }
}
