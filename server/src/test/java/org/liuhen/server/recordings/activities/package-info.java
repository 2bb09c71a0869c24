@NullMarked
package org.liuhen.server.recordings.activities;

import org.jspecify.annotations.NullMarked;
