package org.liuhen.core.recordings.continuity;

/** A check and how it ended. */
public record Observation(Check check, Outcome outcome) {}
