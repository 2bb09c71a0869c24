package org.liuhen.core.rules;

import java.time.Instant;
import org.liuhen.core.law.Law;

/**
 * One duty (义务), in one file, annotated with {@link Duty}. Reads one stream's state and the law, nothing else; takes the law
 * of the day that it names in its Javadoc, normally the day of the act.
 *
 * @param <S> the state that it reads
 */
public interface Rule<S> {

    /** What is to be raised at this moment, and when that can next change by itself. */
    Assessment check(S state, Law law, Instant now);
}
