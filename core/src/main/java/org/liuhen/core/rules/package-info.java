/** What a rule is, and what it answers: findings, and when the answer can next change by itself. */
@NullMarked
package org.liuhen.core.rules;

import org.jspecify.annotations.NullMarked;
