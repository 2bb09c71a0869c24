package org.liuhen.server.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.liuhen.core.values.Event;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.ledger.Ledger;
import org.springframework.stereotype.Component;

/** The events of a case as people read them. */
@Component
class CaseTrace {

    private final Ledger ledger;

    CaseTrace(Ledger ledger) {
        this.ledger = ledger;
    }

    /** One event. */
    record Step(long version, String type, Optional<Instant> occurredAt, Instant recordedAt, Optional<Who> actor, Optional<Long> leafIndex,
            Optional<Map<String, Object>> data, Optional<Boolean> destroyed) {}

    /** Who did it, in which role. */
    record Who(String name, String role, String kind) {}

    /**
     * The events of one case.
     *
     * @param handler whether the reader handles the case: everybody else does not read who reported it
     */
    List<Step> steps(UUID id, Stream<Recorded> events, boolean handler) {
        var leaves = ledger.positions(id);
        return events.map(recorded -> step(recorded, Optional.ofNullable(leaves.get(recorded.version())), handler)).toList();
    }

    private static Step step(Recorded recorded, Optional<Long> leaf, boolean handler) {
        var event = recorded.fact() instanceof Event known ? Optional.of(known) : Optional.<Event>empty();
        var data = event.map(known -> PlainJson.of(EventTypes.data(known))).map(known -> handler ? known : Masked.of(known));
        return new Step(recorded.version(), recorded.type(), recorded.context().map(Recorded.Context::occurredAt), recorded.recordedAt(),
                recorded.context().map(context ->
                        new Who(context.actor().name(), context.actor().role().word(), context.actor().kind().word())),
                leaf, data, event.isEmpty() ? Optional.of(true) : Optional.empty());
    }
}
