/** Write-once media named by content: the port, the store on a local disk, one in memory, and SM3 in sixteen lanes. */
@NullMarked
package org.liuhen.vault;

import org.jspecify.annotations.NullMarked;
