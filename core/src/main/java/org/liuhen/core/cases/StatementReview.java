package org.liuhen.core.cases;

import java.time.LocalDate;

/** Review of a statement after a demand: four contents (CL-16). */
public record StatementReview(String facts, String reasons, String evidence, String opinion, LocalDate on) {}
