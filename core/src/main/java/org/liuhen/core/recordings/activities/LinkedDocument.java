package org.liuhen.core.recordings.activities;

import java.util.Optional;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.DocumentId;

/**
 * A text record of the same act (音像记录与文字记录相衔接).
 *
 * @param inCase whose document it is
 * @param time begin and end as they stand in it; absent where it tells no such times
 */
public record LinkedDocument(DocumentId document, CaseId inCase, String title, Optional<Interval> time) {}
