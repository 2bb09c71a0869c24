/** {@code liuhen assess}: worked cases through the real deciders, rules and profiles. */
@NullMarked
package org.liuhen.cli.assess;

import org.jspecify.annotations.NullMarked;
