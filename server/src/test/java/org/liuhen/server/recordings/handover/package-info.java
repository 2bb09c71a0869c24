@NullMarked
package org.liuhen.server.recordings.handover;

import org.jspecify.annotations.NullMarked;
