/** One duty, one file: what is found of a place with fixed devices. */
@NullMarked
package org.liuhen.core.devices.places.rules;

import org.jspecify.annotations.NullMarked;
