package org.liuhen.core.cases;

import java.time.LocalDate;

/** Whether a case goes on. */
public sealed interface LifeStatus {

    /** It goes on. */
    record Running() implements LifeStatus {}

    /** Interrupted since. */
    record Suspended(LocalDate since, String reason) implements LifeStatus {}

    /** Ended; also when transferred or merged. */
    record Ended(EndGround ground, LocalDate on) implements LifeStatus {}
}
