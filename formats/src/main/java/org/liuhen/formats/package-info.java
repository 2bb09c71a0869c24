@NullMarked
package org.liuhen.formats;

import org.jspecify.annotations.NullMarked;
