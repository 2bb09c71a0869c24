/** Tests of the export. */
@NullMarked
package org.liuhen.cli.export;

import org.jspecify.annotations.NullMarked;
