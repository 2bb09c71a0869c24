/** Devices: hand-ins of what they recorded, and the balance of camera, station and store. */
@NullMarked
package org.liuhen.server.devices;

import org.jspecify.annotations.NullMarked;
