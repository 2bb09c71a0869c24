package org.liuhen.core.cases.rules;

import org.liuhen.core.cases.Acceptance;
import org.liuhen.core.cases.CaseState.Begun;

/** An outcome of an application that is about to be decided. */
public record AcceptanceStep(Begun begun, Acceptance acceptance) {}
