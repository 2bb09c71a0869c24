package org.liuhen.core.cases.rules;

import org.liuhen.core.cases.Proposal;

/** A handler's proposal for a decision, about to be handed in for review. */
public record ProposalStep(Proposal proposal) {}
