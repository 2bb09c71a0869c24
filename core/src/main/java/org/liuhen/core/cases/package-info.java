/** Cases (案件). What a case is made of stands in the packages below. */
@NullMarked
package org.liuhen.core.cases;

import org.jspecify.annotations.NullMarked;
