package org.liuhen.server.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in. The database has the digest of the cookie's value only; a sign-out is final at once on every node. */
@Component
class Sessions {

    /** A working day; then one signs in again. */
    static final Duration LIFE = Duration.ofHours(12);

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A running session. */
    record Session(String username, Instant expiresAt) {}

    /** Begins one; the secret goes into the cookie and nowhere else. */
    Secret begin(String username, Instant now) {
        var secret = Secret.fresh();
        jdbc.sql("insert into session (secret_sha256, username, started_at, expires_at) values (:sha256, :username, :now, :end)")
            .param("sha256", secret.sha256()).param("username", username)
            .param("now", Timestamp.from(now)).param("end", Timestamp.from(now.plus(LIFE)))
            .update();
        return secret;
    }

    /** The session of that cookie, unless it has ended. */
    Optional<Session> find(Secret secret, Instant now) {
        return jdbc.sql("select username, expires_at from session where secret_sha256 = :sha256 and expires_at > :now")
            .param("sha256", secret.sha256()).param("now", Timestamp.from(now))
            .query((row, n) -> new Session(row.getString("username"), row.getTimestamp("expires_at").toInstant()))
            .optional();
    }

    /** Ends one. */
    void end(Secret secret) {
        jdbc.sql("delete from session where secret_sha256 = :sha256").param("sha256", secret.sha256()).update();
    }

    /** Ends all of one account, after its password was set anew. */
    void endAll(String username) {
        jdbc.sql("delete from session where username = :username").param("username", username).update();
    }

    /** Drops those that have run out. */
    void tidy(Instant now) {
        jdbc.sql("delete from session where expires_at <= :now").param("now", Timestamp.from(now)).update();
    }
}
