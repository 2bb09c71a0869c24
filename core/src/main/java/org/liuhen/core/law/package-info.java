/** An agency's rules over time: keys, values, the articles that give them, and the days that limits are counted in. */
@NullMarked
package org.liuhen.core.law;

import org.jspecify.annotations.NullMarked;
