package org.liuhen.server.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.agencies.AgencyEvent.Phrase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an agency has confirmed to be said on site (用语指引). Published to the other features. */
@Component
public final class PhraseGuides {

    private final JdbcClient jdbc;

    PhraseGuides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version without its words. */
    public record Version(int number, LocalDate from, UUID by, Instant issuedAt) {}

    /** All versions of an agency, the newest first. */
    public List<Version> versions(String agency) {
        return jdbc.sql("select * from phrase_guide where agency = ? order by number desc").param(agency)
                .query((row, _) -> version(row)).list();
    }

    /** The version in force on a day: the last one that has begun. */
    public Optional<Version> on(String agency, LocalDate day) {
        return jdbc.sql("select * from phrase_guide where agency = ? and since <= ? order by number desc limit 1").params(agency, day)
                .query((row, _) -> version(row)).optional();
    }

    /** The words of a version, in their order. */
    public List<Phrase> phrases(String agency, int number) {
        return jdbc.sql("select * from phrase where agency = ? and number = ? order by place").params(agency, number)
                .query((row, _) -> new Phrase(row.getString("step"), List.of((String[]) row.getArray("acts").getArray()),
                        row.getString("words"))).list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt("number"), row.getObject("since", LocalDate.class), row.getObject("person", UUID.class),
                row.getTimestamp("recorded").toInstant());
    }
}
