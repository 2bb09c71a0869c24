package org.liuhen.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;

/**
 * The roles that an endpoint serves. Whoever asks acts in the first of them that he holds today; that role stands in the journal.
 * An endpoint with neither this nor {@link ServesAnyone} serves nobody.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Serves {
    /** At least one role, in the order of preference. */
    Role[] value();
}
