package org.liuhen.server.cases.paper;

import java.io.IOException;

/** A time stamp authority (RFC 3161). */
public interface TimeStamps {

    /**
     * Has the digest stamped.
     *
     * @param sha256 32 bytes
     * @return the time stamp token (DER), checked: it is about this digest, signed by the authority's certificate, and that leads to a root we trust
     * @throws IOException if no valid token came; may be repeated
     */
    byte[] stamp(byte[] sha256) throws IOException;
}
