/** The data folder: where everything stands, and the lock that keeps a second server out. */
@NullMarked
package org.liuhen.server.folder;

import org.jspecify.annotations.NullMarked;
