package org.liuhen.core.devices.needs;

import java.util.List;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.UnitCode;

/** What can be asked of a unit's special need. */
public sealed interface NeedCommand extends Command {

    /** The unit's work needs this. */
    record StateSpecialNeed(UnitCode unit, List<Capability> capabilities, String why) implements NeedCommand {
        public StateSpecialNeed {
            capabilities = capabilities.stream().distinct().sorted().toList();
        }
    }

    /** What its devices can do. Of the program only. */
    record CountCapabilities(List<Capability> capabilities) implements NeedCommand {
        public CountCapabilities {
            capabilities = capabilities.stream().distinct().sorted().toList();
        }
    }
}
