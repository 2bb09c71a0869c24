/** Devices (音像记录设备) and their hand-ins. Command, event, state, refusal, decider. */
@NullMarked
package org.liuhen.core.devices;

import org.jspecify.annotations.NullMarked;
