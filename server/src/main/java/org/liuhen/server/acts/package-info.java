/** What acts on a stream over HTTP have in common: how they are asked for, read, and carried out once. */
@NullMarked
package org.liuhen.server.acts;

import org.jspecify.annotations.NullMarked;
