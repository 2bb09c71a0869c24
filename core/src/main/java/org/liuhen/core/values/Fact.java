package org.liuhen.core.values;

/** What a stream holds at one place: an event, or the trace of one whose payload had to be destroyed. */
public sealed interface Fact permits Event, Destroyed {}
