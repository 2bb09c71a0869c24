@NullMarked
package org.liuhen.server;

import org.jspecify.annotations.NullMarked;
