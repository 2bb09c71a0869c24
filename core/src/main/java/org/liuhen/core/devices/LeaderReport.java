package org.liuhen.core.devices;

import java.time.Instant;
import org.liuhen.core.values.PersonId;

/** A report to a leader: to whom, when, how. */
public record LeaderReport(PersonId to, Instant at, String means) {}
