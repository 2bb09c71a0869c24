package org.liuhen.core.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds a rule or a requirement to the key of law/keys.yaml that the agencies' articles are found by. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Duty {
    /** The key, for example {@code recording.storeWithin}. */
    String value();
}
