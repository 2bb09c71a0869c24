package org.liuhen.server.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of who came in and who could not, which is only added to; and the waiting time after failures, which doubles. An attempt is counted before the password is looked at, so that
 * many at once do not get more tries than one after the other.
 */
@Component
class SignIns {

    static final int FREE_FAILURES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /** How an attempt ended. */
    enum Outcome {
        SUCCESS, FAILURE, WAITING, SIGNED_OUT, FIRST_USE;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final JdbcClient jdbc;

    SignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one attempt; the moment before which no further one is looked at, if there were too many. */
    Optional<Instant> attempt(String username, Instant now) {
        var waiting = jdbc.sql("select wait_until from sign_in_wait where username = :username and wait_until > :now")
            .param("username", Accounts.spelled(username)).param("now", Timestamp.from(now))
            .query(Timestamp.class).optional();
        if (waiting.isPresent()) return waiting.map(Timestamp::toInstant);
        var failures = jdbc.sql("""
                insert into sign_in_wait (username, failures, last_at) values (:username, 1, :now)
                on conflict (username) do update set
                    failures = case when sign_in_wait.last_at < :forgotten then 1 else sign_in_wait.failures + 1 end, last_at = excluded.last_at
                returning failures
                """)
            .param("username", Accounts.spelled(username)).param("now", Timestamp.from(now)).param("forgotten", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
            .query(Integer.class).single();
        if (failures >= FREE_FAILURES) {
            jdbc.sql("update sign_in_wait set wait_until = :until where username = :username")
                .param("until", Timestamp.from(now.plus(waitAfter(failures)))).param("username", Accounts.spelled(username))
                .update();
        }
        return Optional.empty();
    }

    /** The time after so many failures in a row. */
    static Duration waitAfter(int failures) {
        var doublings = Math.min(failures - FREE_FAILURES, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Forgets the failures after a success. */
    void forgive(String username) {
        jdbc.sql("delete from sign_in_wait where username = :username").param("username", Accounts.spelled(username)).update();
    }

    /** Adds a line to the record. */
    void record(String username, Outcome outcome, String address, Instant now) {
        jdbc.sql("insert into sign_in (at, username, outcome, address) values (:at, :username, :outcome, :address)")
            .param("at", Timestamp.from(now)).param("username", Accounts.spelled(username)).param("outcome", outcome.word()).param("address", address)
            .update();
    }

    /** Drops what is over: waits nobody needs any more. */
    void tidy(Instant now) {
        jdbc.sql("delete from sign_in_wait where last_at < :forgotten").param("forgotten", Timestamp.from(now.minus(FORGOTTEN_AFTER))).update();
    }
}
