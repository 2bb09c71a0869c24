@NullMarked
package org.liuhen.server.recordings.media;

import org.jspecify.annotations.NullMarked;
