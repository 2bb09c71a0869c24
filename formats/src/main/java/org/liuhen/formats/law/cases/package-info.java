/** Worked cases (案例): what a lawyer writes down and the program must answer. docs/formats.md, section 16. */
@NullMarked
package org.liuhen.formats.law.cases;

import org.jspecify.annotations.NullMarked;
