package org.liuhen.server.recordings.activities;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Serves;

/** The door to the acts of an activity; behind it each act has roles of its own, see {@link ActivityActs}. */
@Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.SUPERVISION})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MayActOnActivities {}
