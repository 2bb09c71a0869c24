@NullMarked
package org.liuhen.cli.station;

import org.jspecify.annotations.NullMarked;
