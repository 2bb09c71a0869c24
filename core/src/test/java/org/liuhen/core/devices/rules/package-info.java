/** The duties over one device, as the five texts read. */
@NullMarked
package org.liuhen.core.devices.rules;

import org.jspecify.annotations.NullMarked;
