package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import org.liuhen.core.devices.needs.NeedCommand;

/** The table of what a worked case can say of a unit's special need. docs/formats.md, section 16.15. */
public final class NeedWords {

    private static final List<FactWord> ALL = List.of(
            new FactWord("登记特殊需要", "the unit's work needs devices that can do this", NeedCommand.StateSpecialNeed.class,
                    Map.of("unit", "zf1", "why", "易燃易爆场所检查")),
            new FactWord("统计现有性能", "what its devices that are there and work can do", NeedCommand.CountCapabilities.class, Map.of()));

    private NeedWords() {}

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }
}
