/** The database under the journal: its roles, its migrations, its connections, and transactions that see one agency's rows. */
@NullMarked
package org.liuhen.server.database;

import org.jspecify.annotations.NullMarked;
