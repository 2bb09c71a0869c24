/** The register of agencies, units, people, stations and devices: from the registry file to events to tables. */
@NullMarked
package org.liuhen.server.agencies;

import org.jspecify.annotations.NullMarked;
