/** Tests of special needs. */
@NullMarked
package org.liuhen.core.devices.needs;

import org.jspecify.annotations.NullMarked;
