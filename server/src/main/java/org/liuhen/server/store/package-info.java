/** The vaults of the agencies in the data folder: one each, nothing shared between them. */
@NullMarked
package org.liuhen.server.store;

import org.jspecify.annotations.NullMarked;
