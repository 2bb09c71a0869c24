/** Fetches a recording's bundle and checks it before saying that it is there. */
@NullMarked
package org.liuhen.cli.export;

import org.jspecify.annotations.NullMarked;
