package org.liuhen.core.cases;

import org.liuhen.core.values.PersonId;

/** Somebody at a collective discussion, and the opinion given. */
public record Attendance(PersonId person, String name, String opinion) {}
