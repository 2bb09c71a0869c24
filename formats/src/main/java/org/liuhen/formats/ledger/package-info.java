/** Checkpoints, tiles, proofs and receipts: docs/formats.md, sections 3 and 4, and C2SP tlog-*. */
@NullMarked
package org.liuhen.formats.ledger;

import org.jspecify.annotations.NullMarked;
