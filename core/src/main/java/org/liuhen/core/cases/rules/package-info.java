/** What the articles want of a case: one duty, one file. Requirements block a step, rules raise findings. */
@NullMarked
package org.liuhen.core.cases.rules;

import org.jspecify.annotations.NullMarked;
