package org.liuhen.core.cases;

/** The handler's proposal: five contents (SQ-M-8.1). */
public record Proposal(String proposal, String facts, String evidence, String basis, String discretion) {}
