package org.liuhen.server.ledger;

import org.liuhen.formats.ledger.Origin;

/**
 * One of the logs of an agency: all but the one with the highest number are closed.
 *
 * @param number from 1 on
 */
record LogName(String agency, int number) {

    Origin origin(String installation) {
        return new Origin(installation, agency, number);
    }

    /** Below {@code ledger/} and {@code keys/}. */
    String path() {
        return number == 1 ? agency : agency + "/" + number;
    }

    LogName at(int other) {
        return new LogName(agency, other);
    }
}
