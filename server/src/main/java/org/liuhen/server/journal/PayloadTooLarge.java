package org.liuhen.server.journal;

/** An event's payload is over the limit. Nothing was written; larger things belong into the vault. */
public final class PayloadTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The event of this type would need more. */
    public PayloadTooLarge(String type, IllegalArgumentException cause) {
        super("payload of " + type + " is over the limit of " + Journal.PAYLOAD_LIMIT_BYTES + " bytes", cause);
    }
}
