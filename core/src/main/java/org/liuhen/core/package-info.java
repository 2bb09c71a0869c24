@NullMarked
package org.liuhen.core;

import org.jspecify.annotations.NullMarked;
