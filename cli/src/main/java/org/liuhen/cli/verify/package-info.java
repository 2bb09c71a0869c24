/**
 * The offline verifier: bundles, files with receipts, mirrored ledgers, data folders. Shares nothing with the writer but the
 * mathematics.
 */
@NullMarked
package org.liuhen.cli.verify;

import org.jspecify.annotations.NullMarked;
