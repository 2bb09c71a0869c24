@NullMarked
package org.liuhen.core.devices.equipment;

import org.jspecify.annotations.NullMarked;
