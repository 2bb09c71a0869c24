package org.liuhen.server.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Usernames, and what proves that somebody is theirs. Safe for threads. */
@Component
public class Accounts {

    /** How long a one-time code of an administrator may wait for its first use. */
    public static final Duration ONE_TIME_CODE_LIFE = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Passwords passwords;

    Accounts(JdbcClient jdbc, Passwords passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** An account: the person of the register that it belongs to. */
    record Account(String username, String agency, PersonId person, @Nullable String password, @Nullable String oneTimeCode, @Nullable Instant oneTimeUntil) {}

    /**
     * Gives the person a one-time code for setting a password; an older code ends. An existing password stays until then.
     *
     * @return the code, which is kept nowhere
     */
    public String issueOneTimeCode(String agency, PersonId person, String username, Instant now) {
        var code = passwords.oneTimeCode();
        jdbc.sql("""
                insert into account (username, agency, person, one_time_code, one_time_until)
                values (:username, :agency, :person, :code, :until)
                on conflict (username) do update set one_time_code = excluded.one_time_code, one_time_until = excluded.one_time_until
                """)
            .param("username", spelled(username)).param("agency", agency).param("person", person.value())
            .param("code", passwords.hash(code)).param("until", Timestamp.from(now.plus(ONE_TIME_CODE_LIFE)))
            .update();
        return code;
    }

    /** Sets a person's password, making the account if there is none. One-time codes end. */
    void setPassword(String agency, PersonId person, String username, String password) {
        jdbc.sql("""
                insert into account (username, agency, person, password) values (:username, :agency, :person, :password)
                on conflict (username) do update set password = excluded.password, one_time_code = null, one_time_until = null
                """)
            .param("username", spelled(username)).param("agency", agency).param("person", person.value())
            .param("password", passwords.hash(password))
            .update();
    }

    /** The account, if this is its password. Takes the same time when there is no such account. */
    Optional<Account> byPassword(String username, String password) {
        var account = find(username);
        return passwords.matches(password, account.map(Account::password).orElse(null)) ? account : Optional.empty();
    }

    /** The account, if this is its one-time code and the code has not ended. */
    Optional<Account> byOneTimeCode(String username, String code, Instant now) {
        var account = find(username).filter(found -> found.oneTimeUntil() != null && now.isBefore(found.oneTimeUntil()));
        var typed = code.strip().toUpperCase(Locale.ROOT);
        return passwords.matches(typed, account.map(Account::oneTimeCode).orElse(null)) ? account : Optional.empty();
    }

    /** Whether the person can already sign in. */
    boolean hasPassword(String username) {
        return find(username).map(Account::password).isPresent();
    }

    Optional<Account> find(String username) {
        return jdbc.sql("select username, agency, person, password, one_time_code, one_time_until from account where username = :username")
            .param("username", spelled(username))
            .query((row, n) -> {
                var until = row.getTimestamp("one_time_until");
                return new Account(row.getString("username"), row.getString("agency"), new PersonId(row.getObject("person", UUID.class)),
                    row.getString("password"), row.getString("one_time_code"), until == null ? null : until.toInstant());
            })
            .optional();
    }

    /** One spelling for each username, however it is typed. */
    static String spelled(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
