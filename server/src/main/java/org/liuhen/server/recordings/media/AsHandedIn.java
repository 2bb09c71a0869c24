package org.liuhen.server.recordings.media;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.liuhen.core.values.DeviceClock;

/**
 * What is known of a file from its hand-in, beside its bytes.
 *
 * @param name as the device called it; it tells the time on many body cameras, and nothing else
 * @param modifiedAt the file's time of change, by the device's clock
 * @param clock the device's clock, where it was measured
 * @param zone the agency's; times without a zone are read in it
 */
public record AsHandedIn(String name, Optional<Instant> modifiedAt, Optional<DeviceClock> clock, ZoneId zone) {}
