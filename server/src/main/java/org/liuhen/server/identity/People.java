package org.liuhen.server.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Placeholder. */
class People {
    Optional<Caller> caller(Sessions.Session session, Instant now) { return Optional.empty(); }
    Optional<String> certificate(Caller caller) { return Optional.empty(); }
    String agencyName(Caller caller) { return ""; }
    String unitName(Caller caller, String unit) { return ""; }
}
