/** Special needs of units (特殊执法需要): which capabilities a unit's work needs, and whether a device of it has them. */
@NullMarked
package org.liuhen.core.devices.needs;

import org.jspecify.annotations.NullMarked;
