/** Special needs of units, and what each unit is equipped with: devices and places. */
@NullMarked
package org.liuhen.server.devices.needs;

import org.jspecify.annotations.NullMarked;
