@NullMarked
package org.liuhen.vault;

import org.jspecify.annotations.NullMarked;
