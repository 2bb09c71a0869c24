@NullMarked
package org.liuhen.server.cases;

import org.jspecify.annotations.NullMarked;
