@NullMarked
package org.liuhen.core.devices.numbers;

import org.jspecify.annotations.NullMarked;
