@NullMarked
package org.liuhen.server.agencies;

import org.jspecify.annotations.NullMarked;
