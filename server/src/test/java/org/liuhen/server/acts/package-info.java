@NullMarked
package org.liuhen.server.acts;

import org.jspecify.annotations.NullMarked;
