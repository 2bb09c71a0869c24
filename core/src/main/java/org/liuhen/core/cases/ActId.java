package org.liuhen.core.cases;

import java.util.UUID;

/** Names an act of a case that has a beginning and an end of its own: a measure, an ordered correction, an execution, a list of confiscated property. */
public record ActId(UUID value) {

    /**
     * Reads the id in lower case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ActId parse(String text) {
        var id = new ActId(UUID.fromString(text));
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
