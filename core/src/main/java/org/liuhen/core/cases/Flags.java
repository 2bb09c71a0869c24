package org.liuhen.core.cases;

/**
 * What a case needs.
 *
 * @param legalReview 须法制审核
 * @param collectiveDiscussion 须集体讨论
 * @param hearingRight the party may ask for a hearing
 * @param executionPower the unit may execute by itself (CL-17)
 */
public record Flags(boolean legalReview, boolean collectiveDiscussion, boolean hearingRight, boolean executionPower) {}
