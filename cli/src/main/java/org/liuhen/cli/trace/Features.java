package org.liuhen.cli.trace;

import java.util.Optional;
import org.liuhen.core.law.Key;

/** The part of the program that uses a key to which no rule is bound. */
@FunctionalInterface
public interface Features {

    /** Its word in law/keys.yaml; empty for a key of a rule, or of a later version. */
    Optional<String> feature(Key key);
}
