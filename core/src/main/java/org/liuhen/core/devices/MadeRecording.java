package org.liuhen.core.devices;

import java.time.Duration;
import java.time.Instant;
import org.liuhen.core.values.RecordingId;

/**
 * A recording that a device made.
 *
 * @param from its begin, corrected by the device's clock
 * @param uncertainty how far both ends may be off
 */
public record MadeRecording(RecordingId recording, String name, Instant from, Instant to, Duration uncertainty) {}
