/** What the numbers in a camera's file names tell: which numbers between two files never arrived. */
@NullMarked
package org.liuhen.core.devices.numbers;

import org.jspecify.annotations.NullMarked;
