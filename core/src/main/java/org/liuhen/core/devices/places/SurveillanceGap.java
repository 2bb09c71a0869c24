package org.liuhen.core.devices.places;

import java.time.Instant;

/** A time of which the fixed camera has no record, and why, as far as is known. */
public record SurveillanceGap(Instant from, Instant to, String reason) {}
