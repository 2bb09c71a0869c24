/** Findings (问题): raised and cleared by the program as rules follow, explained, judged and appealed by named persons. */
@NullMarked
package org.liuhen.core.findings;

import org.jspecify.annotations.NullMarked;
