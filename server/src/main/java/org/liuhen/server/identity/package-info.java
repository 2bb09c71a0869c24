/**
 * Who is asking: accounts, sessions, bearer tokens of stations, which roles an endpoint serves, and how a refusal is told.
 * Every endpoint is closed unless it names its roles.
 */
@NullMarked
package org.liuhen.server.identity;

import org.jspecify.annotations.NullMarked;
