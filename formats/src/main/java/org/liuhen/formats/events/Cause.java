package org.liuhen.formats.events;

import java.util.UUID;

/** The event that another follows from. */
public record Cause(UUID stream, long version) {}
