package org.liuhen.server.journal;

/**
 * The agency's ledger may not grow: what the database has and what was signed do not agree. Reading goes on. Nothing was written.
 */
public final class WritingStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String agency;
    private final String reason;
    private final String reasonEn;

    /** Both reasons are for people and say what to do next. */
    public WritingStopped(String agency, String reason, String reasonEn) {
        super(reason + " / " + reasonEn);
        this.agency = agency;
        this.reason = reason;
        this.reasonEn = reasonEn;
    }

    public String agency() {
        return agency;
    }

    /** Chinese. */
    public String reason() {
        return reason;
    }

    public String reasonEn() {
        return reasonEn;
    }
}
