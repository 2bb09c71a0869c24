package org.liuhen.formats.devices;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a file's name tells. The device wrote all of it; nothing here is proven.
 *
 * @param rule the name of the naming rule that it follows
 * @param device the number of the device
 * @param officer the number that the officer entered in the device
 * @param startedAt the device's own wall clock, which has no zone and may be wrong
 * @param sequence the device's own count of its files
 */
public record FileName(
        String rule, Optional<String> device, Optional<String> officer, Optional<LocalDateTime> startedAt, Optional<Long> sequence) {}
