package org.liuhen.server.recordings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Serves;

/** Endpoints for those whose work is with recordings. The three administrators are not among them, and neither is finance. */
@Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.SUPERVISION})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayView {}
