/** Cases: their acts, lists and pages, the documents on paper, and the clock that watches their limits. */
@NullMarked
package org.liuhen.server.cases;

import org.jspecify.annotations.NullMarked;
