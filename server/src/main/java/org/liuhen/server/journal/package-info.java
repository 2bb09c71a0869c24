/** The journal: appends and reads events, keeps projections in step. The only writer of the tables event and payload. */
@NullMarked
package org.liuhen.server.journal;

import org.jspecify.annotations.NullMarked;
