package org.liuhen.core.cases;

import org.liuhen.core.values.Digest;

/** A paper that proves a service: postalReceipt, registeredMailReceipt, expressMailReceipt, notice. */
public record Receipt(String kind, Digest scan) {}
