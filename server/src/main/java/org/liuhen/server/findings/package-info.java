/** What rules say, as pages and answers show it: findings and their life, and what a step still needs. */
@NullMarked
package org.liuhen.server.findings;

import org.jspecify.annotations.NullMarked;
