package org.liuhen.core.recordings;

import java.time.Duration;

/** A hole between two pictures or sounds. Both from whole milliseconds. */
public record Gap(Duration at, Duration length) {}
