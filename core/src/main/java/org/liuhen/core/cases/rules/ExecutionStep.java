package org.liuhen.core.cases.rules;

import java.time.LocalDate;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.DocumentId;

/** A step of a coercive execution that is about to be made by this document, on this day. */
public record ExecutionStep(Begun begun, DocumentId document, LocalDate on) {}
