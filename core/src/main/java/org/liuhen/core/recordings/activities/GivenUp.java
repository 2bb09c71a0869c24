package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.values.PersonId;

/**
 * Recording could not go on, or not begin (无法继续记录). One form for all articles: the report at once, and the written statement
 * afterwards.
 *
 * @param stoppedAt when it stopped
 * @param cause a word of the causes
 * @param unrecorded what stayed unrecorded
 * @param reports to whom it was reported
 * @param statement the written statement; without signatures until it is signed
 */
public record GivenUp(Instant stoppedAt, String cause, String unrecorded, List<Report> reports, List<Signature> statement) {

    public GivenUp {
        reports = List.copyOf(reports);
        statement = List.copyOf(statement);
    }

    /**
     * A report.
     *
     * @param to word of the office: {@code enforcementUnitHead}, {@code leaderInCharge}
     */
    public record Report(String to, PersonId person, Instant at, String how) {}

    /** An officer signed the written statement. */
    public record Signature(PersonId officer, Instant at) {}

    /** How many different officers signed. */
    public long signers() {
        return statement.stream().map(Signature::officer).distinct().count();
    }
}
