package org.liuhen.core.cases;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.Fact;

/** What happened in a case, the oldest first; at least its opening. */
public record CaseHistory(CaseId id, List<Known> facts) {

    /** A fact, and when the server knew it. */
    public record Known(Fact fact, Instant recordedAt) {}

    public CaseHistory {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) throw new IllegalArgumentException("nothing happened in " + id);
    }

    /** When the server knew the newest fact. */
    public Instant lastMoment() {
        return facts.getLast().recordedAt();
    }
}
