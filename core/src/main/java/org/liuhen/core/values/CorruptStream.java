package org.liuhen.core.values;

/** A fact stands in a stream where it cannot stand. In evidence that means damage: loading stops, nothing is skipped. */
public final class CorruptStream extends RuntimeException {

    /** The fact cannot follow the state. */
    public CorruptStream(Object state, Fact fact) {
        super("cannot follow: " + fact + " after " + state);
    }
}
