@NullMarked
package org.liuhen.cli;

import org.jspecify.annotations.NullMarked;
