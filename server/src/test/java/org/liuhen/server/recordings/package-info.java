@NullMarked
package org.liuhen.server.recordings;

import org.jspecify.annotations.NullMarked;
