/** Places with fixed devices (场所): rooms where cases are handled, windows where applications are accepted. */
@NullMarked
package org.liuhen.core.devices.places;

import org.jspecify.annotations.NullMarked;
