/**
 * A PostgreSQL server of our own inside a data folder: unpacked, initialised, started, watched and stopped by us. Nothing
 * but Java, a POSIX {@code sh} and, as root, one of util-linux's {@code unshare} and {@code setpriv} is needed. Linux on
 * x86-64 only; elsewhere a server of one's own is named by its URL.
 */
@NullMarked
package org.liuhen.postgres;

import org.jspecify.annotations.NullMarked;
