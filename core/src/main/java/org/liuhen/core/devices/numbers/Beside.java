package org.liuhen.core.devices.numbers;

import java.util.Optional;

/**
 * What stands beside a file in the order of its camera's counter.
 *
 * @param missingBefore numbers between the previous one and this that never arrived
 * @param missingAfter the same between this and the next one
 */
public record Beside(
        Optional<ArrivedFile> previous, Optional<MissingNumbers> missingBefore, Optional<ArrivedFile> next, Optional<MissingNumbers> missingAfter) {}
