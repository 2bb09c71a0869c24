@NullMarked
package org.liuhen.server.recordings.custody;

import org.jspecify.annotations.NullMarked;
