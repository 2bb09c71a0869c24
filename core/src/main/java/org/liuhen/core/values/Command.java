package org.liuhen.core.values;

/** What can be asked of a stream. Each feature has its own sealed kind. */
public interface Command {}
