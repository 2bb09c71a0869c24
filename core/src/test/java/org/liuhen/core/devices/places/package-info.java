/** Tests of places with fixed devices. */
@NullMarked
package org.liuhen.core.devices.places;

import org.jspecify.annotations.NullMarked;
