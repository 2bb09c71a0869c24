package org.liuhen.server.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.StationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens: each belongs to one station of one agency, ends by itself, and can be revoked. Only digests are kept. */
@Component
public class StationTokens {

    /** How long a token lives when nobody says otherwise. */
    public static final Duration LIFE = Duration.ofDays(365);

    private final JdbcClient jdbc;

    StationTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose token it is. */
    record Bearer(String agency, StationId station, String name, String unit, Instant expiresAt) {}

    /**
     * Issues a token.
     *
     * @return the token, which is kept nowhere
     */
    public String issue(String agency, StationId station, String name, String unit, Instant now, Duration life) {
        var secret = Secret.fresh();
        jdbc.sql("""
                insert into station_token (secret_sha256, agency, station, name, unit, issued_at, expires_at)
                values (:sha256, :agency, :station, :name, :unit, :now, :end)
                """)
            .param("sha256", secret.sha256()).param("agency", agency).param("station", station.value()).param("name", name).param("unit", unit)
            .param("now", Timestamp.from(now)).param("end", Timestamp.from(now.plus(life)))
            .update();
        return secret.text();
    }

    /** Whose token this is, unless it has ended or was revoked. */
    Optional<Bearer> find(String token, Instant now) {
        return jdbc.sql("""
                select agency, station, name, unit, expires_at from station_token
                where secret_sha256 = :sha256 and expires_at > :now and revoked_at is null
                """)
            .param("sha256", new Secret(token).sha256()).param("now", Timestamp.from(now))
            .query((row, n) -> new Bearer(row.getString("agency"), new StationId(row.getObject("station", UUID.class)), row.getString("name"),
                row.getString("unit"), row.getTimestamp("expires_at").toInstant()))
            .optional();
    }

    /** Whether the station has a token that has neither ended nor was revoked. */
    boolean isHeld(String agency, StationId station, Instant now) {
        return jdbc.sql("""
                select exists (select from station_token
                    where agency = :agency and station = :station and expires_at > :now and revoked_at is null)
                """)
            .param("agency", agency).param("station", station.value()).param("now", Timestamp.from(now))
            .query(Boolean.class).single();
    }

    /** Ends all tokens of a station at once. */
    public void revoke(String agency, StationId station, Instant now) {
        jdbc.sql("update station_token set revoked_at = :now where agency = :agency and station = :station and revoked_at is null")
            .param("now", Timestamp.from(now)).param("agency", agency).param("station", station.value())
            .update();
    }
}
