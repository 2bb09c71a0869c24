package org.liuhen.server.recordings.custody;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Serves;

/** The door to the acts on the custody of recordings; behind it each act has roles of its own, see {@link CustodyActs}. */
@Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.PERSON_IN_CHARGE, Role.SUPERVISION})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MayActOnRecordings {}
