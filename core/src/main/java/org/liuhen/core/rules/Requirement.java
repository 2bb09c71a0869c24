package org.liuhen.core.rules;

import java.util.List;
import org.liuhen.core.law.Rules;

/**
 * What a step needs before it can be final (要件), annotated with {@link Duty}.
 *
 * @param <T> what is to be made final
 */
public interface Requirement<T> {

    /** What is missing under the law of the day; empty when nothing is. */
    List<Missing> missing(T subject, Rules rules);
}
