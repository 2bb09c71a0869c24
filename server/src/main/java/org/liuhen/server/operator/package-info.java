/** The commands of the person who runs the server: serve, init, rebuild, backup, restore. */
@NullMarked
package org.liuhen.server.operator;

import org.jspecify.annotations.NullMarked;
