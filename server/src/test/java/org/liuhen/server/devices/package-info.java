@NullMarked
package org.liuhen.server.devices;

import org.jspecify.annotations.NullMarked;
