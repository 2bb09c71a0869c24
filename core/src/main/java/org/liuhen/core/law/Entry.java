package org.liuhen.core.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a key says from a day on, until its next entry.
 *
 * @param from absent where the text does not print its day: then from the day of activation
 */
public record Entry(Optional<LocalDate> from, Answer answer) {}
