package org.liuhen.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint open to the world: signing in, measuring the clock, the public ledger. It must not tell anything about a recording,
 * but whether what a scene receipt names is there, to whoever holds the receipt.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServesAnyone {}
