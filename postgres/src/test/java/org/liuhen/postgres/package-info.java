@NullMarked
package org.liuhen.postgres;

import org.jspecify.annotations.NullMarked;
