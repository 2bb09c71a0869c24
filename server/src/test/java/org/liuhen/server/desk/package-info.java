@NullMarked
package org.liuhen.server.desk;

import org.jspecify.annotations.NullMarked;
