package org.liuhen.core.recordings.activities;

import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.DocumentId;

/**
 * A text record of the same act (音像记录与文字记录相衔接).
 *
 * @param time begin and end as they stand in it
 */
public record LinkedDocument(DocumentId document, String title, Interval time) {}
