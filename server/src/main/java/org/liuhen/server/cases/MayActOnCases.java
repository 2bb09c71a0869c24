package org.liuhen.server.cases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Serves;

/** The door to the acts of a case; behind it each act has roles of its own, see {@link CaseActs}. */
@Serves({Role.OFFICER, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.PERSON_IN_CHARGE, Role.OFFICE, Role.CUSTODIAN, Role.FINANCE, Role.SUPERVISION})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MayActOnCases {}
