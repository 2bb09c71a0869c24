package org.liuhen.cli.trace;

import java.util.Optional;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.Key;
import org.liuhen.core.values.AgencyCode;

/** What the newest rules of an agency say to a key. */
@FunctionalInterface
public interface Answers {

    /** Empty for a key or an agency that has no rules. */
    Optional<Answer> answer(AgencyCode agency, Key key);
}
