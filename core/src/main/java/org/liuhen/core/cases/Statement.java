package org.liuhen.core.cases;

import java.util.Optional;

/** A statement after a demand, and its review. */
public record Statement(ExecutionEvent.StatementLogged logged, Optional<StatementReview> review) {}
