@NullMarked
package org.liuhen.bench;

import org.jspecify.annotations.NullMarked;
