/** Tests of worked cases as scripts meet them. */
@NullMarked
package org.liuhen.cli.assess;

import org.jspecify.annotations.NullMarked;
