package org.liuhen.core.values;

import java.time.Duration;
import java.time.Instant;

/**
 * A device's clock as the station measured it. Both the device's time and this reading are kept; neither is corrected later.
 *
 * @param measuredAt true time of the measurement
 * @param offset device clock minus true clock; negative when the device is behind
 * @param uncertainty how wrong the offset may be, either way; not negative
 */
public record DeviceClock(Instant measuredAt, Duration offset, Duration uncertainty) {

    /** A clock may be a century off, not more: beyond that the reading is nonsense. */
    public static final Duration OFFSET_MAX = Duration.ofDays(36_525);

    public DeviceClock {
        if (uncertainty.isNegative() || uncertainty.compareTo(OFFSET_MAX) > 0) {
            throw new IllegalArgumentException("uncertainty " + uncertainty);
        }
        if (offset.abs().compareTo(OFFSET_MAX) > 0) throw new IllegalArgumentException("offset " + offset);
    }

    /**
     * The true time of a moment that the device's clock called {@code deviceTime}: {@code deviceTime − offset}, give or take the
     * uncertainty.
     */
    public Instant correct(Instant deviceTime) {
        return deviceTime.minus(offset);
    }

    /** The earliest true time that the device's clock can have called {@code deviceTime}. */
    public Instant earliest(Instant deviceTime) {
        return correct(deviceTime).minus(uncertainty);
    }

    /** The latest true time that the device's clock can have called {@code deviceTime}. */
    public Instant latest(Instant deviceTime) {
        return correct(deviceTime).plus(uncertainty);
    }
}
