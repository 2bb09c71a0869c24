package org.liuhen.cli.trace;

import java.util.Optional;

/** The newest rules of each agency, as this build ships them. */
final class ShippedLaw {

    private ShippedLaw() {}

    static Answers answers() {
        return (_, _) -> Optional.empty();
    }
}
