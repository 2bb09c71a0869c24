@NullMarked
package org.liuhen.server.identity;

import org.jspecify.annotations.NullMarked;
