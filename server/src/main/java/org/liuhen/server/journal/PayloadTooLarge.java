package org.liuhen.server.journal;

/** An event's payload is over the limit. Nothing was written; larger things belong into the vault. */
public final class PayloadTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The event of this type would need so many bytes. */
    public PayloadTooLarge(String type, int sizeBytes) {
        super("payload of " + type + ": " + sizeBytes + " bytes, the limit is " + Journal.PAYLOAD_LIMIT_BYTES);
    }
}
