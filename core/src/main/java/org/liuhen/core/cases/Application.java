package org.liuhen.core.cases;

import java.time.Instant;
import java.util.List;

/** An application as received. */
public record Application(Instant receivedAt, String applicant, List<String> materials) {
    public Application {
        materials = List.copyOf(materials);
    }
}
