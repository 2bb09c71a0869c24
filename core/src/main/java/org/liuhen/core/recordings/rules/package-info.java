/** What an agency's text wants of recording on site; one duty, one file. */
@NullMarked
package org.liuhen.core.recordings.rules;

import org.jspecify.annotations.NullMarked;
