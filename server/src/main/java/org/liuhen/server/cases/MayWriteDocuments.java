package org.liuhen.server.cases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Serves;

/** Endpoints for those who write documents of cases: the same roles as the acts that draft and sign them. */
@Serves({Role.OFFICER, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MayWriteDocuments {}
