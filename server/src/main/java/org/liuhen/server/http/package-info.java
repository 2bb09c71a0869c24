/** What every endpoint needs and nothing else: whom it serves, and how it says no. Depends on no other part of the server. */
@NullMarked
package org.liuhen.server.http;

import org.jspecify.annotations.NullMarked;
