package org.liuhen.formats;

import java.util.List;

/** Stands where the body follows; to be gone before the first release of this module. */
public final class Follows {

    private Follows() {}

    /** Nothing yet. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // this class goes with the outline
    public static <T> T here() {
        var none = List.<T>of();
        if (none.isEmpty()) throw new UnsupportedOperationException("follows");
        return none.getFirst();
    }
}
