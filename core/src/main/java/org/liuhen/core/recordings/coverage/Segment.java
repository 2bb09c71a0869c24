package org.liuhen.core.recordings.coverage;

import java.time.Duration;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.RecordingId;

/**
 * One file of one device.
 *
 * @param time when it was taken, corrected by the measured clock
 * @param uncertainty of both ends alike, either way: all files of a device were taken by one clock
 */
public record Segment(RecordingId recording, DeviceId device, MediaKind kind, Interval time, Duration uncertainty) {
    public Segment {
        if (uncertainty.isNegative()) throw new IllegalArgumentException("uncertainty " + uncertainty);
    }
}
