package org.liuhen.core.recordings.continuity;

import java.time.Duration;

/**
 * From where on something is told. docs/formats.md, section 2.6b.
 *
 * @param edit by which a track must be cut or shifted
 * @param tail by which the pictures must end before the declared length
 * @param frozen for how long a picture must stand still
 * @param frozenDecibels how much of full scale two pictures that are the same may differ on average
 * @param black for how long a picture must be dark
 * @param silent for how long nothing must be heard
 * @param silentDecibels how much of full scale is not heard
 * @param jump by which the two times must part from one moment to the next
 */
public record Thresholds(
        Duration edit, Duration tail, Duration frozen, int frozenDecibels, Duration black, Duration silent, int silentDecibels,
        Duration jump) {

    /** Those of this version of the product. */
    public static final Thresholds CURRENT = new Thresholds(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5), -60,
            Duration.ofSeconds(2), Duration.ofSeconds(10), -60, Duration.ofSeconds(3));
}
