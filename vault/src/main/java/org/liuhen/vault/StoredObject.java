package org.liuhen.vault;

import org.liuhen.core.values.Digest;

/** What the vault knows of an object without reading its bytes. */
public record StoredObject(Digest sha256, Digest sm3Tree, long sizeBytes) {}
