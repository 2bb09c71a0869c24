/** What devices a unit has for its people: counted by the program, judged as everything else is. */
@NullMarked
package org.liuhen.core.devices.equipment;

import org.jspecify.annotations.NullMarked;
