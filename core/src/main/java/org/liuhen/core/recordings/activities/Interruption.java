package org.liuhen.core.recordings.activities;

import java.util.Optional;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.PersonId;

/**
 * A break of the recording that somebody explained (中断).
 *
 * @param cause a word of {@code avRecord.interruption.causes}, or {@code other}
 * @param spoken whether the cause was spoken into the recording at the restart: the officer's declaration suffices
 */
public record Interruption(Interval time, String cause, Optional<String> text, boolean spoken, PersonId by) {}
