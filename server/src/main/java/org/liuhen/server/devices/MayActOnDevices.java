package org.liuhen.server.devices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.liuhen.core.values.Role;
import org.liuhen.server.http.Serves;

/** The door to the acts of a device; behind it each act has roles of its own, see {@link DeviceActs}. */
@Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.FINANCE, Role.SUPERVISION})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MayActOnDevices {}
