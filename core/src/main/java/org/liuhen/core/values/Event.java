package org.liuhen.core.values;

/** Something that happened, never changed afterwards. Each feature has its own sealed kind. */
public non-sealed interface Event extends Fact {}
