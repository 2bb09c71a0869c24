/** Places with fixed devices: the register, what stands there, whether its record is there. */
@NullMarked
package org.liuhen.server.devices.places;

import org.jspecify.annotations.NullMarked;
