package org.liuhen.core.devices.needs;

import java.util.List;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.devices.needs.NeedEvent.SpecialNeedStated;
import org.liuhen.core.findings.FindingBook;

/** What is known of a unit's special need. */
public sealed interface NeedState {

    /** Nobody has said anything. */
    record Absent() implements NeedState {}

    /** The payload of the first statement was destroyed by law. */
    record Tombstone() implements NeedState {}

    /**
     * Stated.
     *
     * @param held what the unit's devices can do
     */
    record Stated(SpecialNeedStated need, List<Capability> held, FindingBook findings) implements NeedState {
        public Stated {
            held = List.copyOf(held);
        }

        /** What no device of the unit can do. */
        public List<Capability> lacking() {
            return need.capabilities().stream().filter(capability -> !held.contains(capability)).toList();
        }
    }
}
