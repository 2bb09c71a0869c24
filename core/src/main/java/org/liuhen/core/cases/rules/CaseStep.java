package org.liuhen.core.cases.rules;

import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.EndGround;

/**
 * The decision of a case, or its end, about to be made.
 *
 * @param end why the case ends; empty before a decision
 */
public record CaseStep(Begun begun, Optional<EndGround> end) {}
