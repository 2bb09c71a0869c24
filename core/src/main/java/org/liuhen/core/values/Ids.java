package org.liuhen.core.values;

import java.util.UUID;

final class Ids {

    private Ids() {}

    /** {@link UUID#fromString} also takes short groups and capitals; an id has one spelling only. */
    static UUID parse(String text) {
        if (text.length() != 36) throw new IllegalArgumentException("not an id: " + text);
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) throw new IllegalArgumentException("not an id in lower case: " + text);
        return id;
    }
}
