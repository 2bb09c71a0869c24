/** The station on its own machine: many docks at once, a store of its own for when the server is away, a page on its own screen. */
@NullMarked
package org.liuhen.cli.station;

import org.jspecify.annotations.NullMarked;
