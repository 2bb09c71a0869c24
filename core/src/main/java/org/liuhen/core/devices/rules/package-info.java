/** The duties over one device, each in a file of its own. */
@NullMarked
package org.liuhen.core.devices.rules;

import org.jspecify.annotations.NullMarked;
