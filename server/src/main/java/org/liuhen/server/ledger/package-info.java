/** The ledger of each agency: sequencer, signed checkpoints and tiles as files, receipts, detection of a rolled-back database. */
@NullMarked
package org.liuhen.server.ledger;

import org.jspecify.annotations.NullMarked;
