/** Merkle trees as in RFC 6962, section 2: mathematics only, over any hash. */
@NullMarked
package org.liuhen.core.ledger;

import org.jspecify.annotations.NullMarked;
