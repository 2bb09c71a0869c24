package org.liuhen.server.findings;

import java.sql.Timestamp;
import java.util.Locale;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The findings of one kind of streams, in a table of their own: what lists show. Names are of ours, never of a request.
 *
 * @param table with the columns duty, subject, occurrence, agency, article, severity, state and raised_at
 * @param stream its column that names the stream
 * @param owner the table of the streams themselves; findings of other streams are left out
 * @param id the column of that table that names the stream
 */
public record FindingRows(String table, String stream, String owner, String id) {

    /** Takes an event into the table. */
    public void apply(FindingEvent event, Recorded recorded, JdbcClient jdbc) {
        switch (event) {
            case FindingEvent.FindingRaised e -> keyed("""
                    insert into %1$s (%2$s, agency, duty, subject, occurrence, article, severity, state, raised_at)
                    select %4$s, agency, :duty, :subject, :occurrence, :article, :severity, 'raised', :at from %3$s where %4$s = :stream
                    on conflict (%2$s, duty, subject, occurrence) do update set article = excluded.article,
                        severity = excluded.severity, state = excluded.state, raised_at = excluded.raised_at
                    """, e.finding().key(), recorded, jdbc).param("article", e.finding().article())
                    .param("severity", e.finding().severity().name().toLowerCase(Locale.ROOT))
                    .param("at", Timestamp.from(recorded.recordedAt())).update();
            case FindingEvent.FindingCleared e -> state(e.finding(), "cleared", recorded, jdbc);
            case FindingEvent.FindingExplained e -> state(e.finding(), "explained", recorded, jdbc);
            case FindingEvent.ExplanationJudged e -> state(e.finding(), e.accepted() ? "accepted" : "rejected", recorded, jdbc);
            case FindingEvent.FindingAppealed e -> state(e.finding(), "appealed", recorded, jdbc);
            case FindingEvent.AppealDecided e -> state(e.finding(), e.upheld() ? "accepted" : "rejected", recorded, jdbc);
        }
    }

    /** Writes how many stand open into the column {@code findings} of the owner's table. */
    public void count(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                update %3$s set findings = (select count(*) from %1$s where %2$s = :stream and state not in ('cleared', 'accepted'))
                where %4$s = :stream
                """.formatted(table, stream, owner, id)).param("stream", recorded.stream()).update();
    }

    private void state(FindingKey key, String state, Recorded recorded, JdbcClient jdbc) {
        keyed("update %1$s set state = :state where %2$s = :stream and duty = :duty and subject = :subject and occurrence = :occurrence",
                key, recorded, jdbc).param("state", state).update();
    }

    private JdbcClient.StatementSpec keyed(String sql, FindingKey key, Recorded recorded, JdbcClient jdbc) {
        return jdbc.sql(sql.formatted(table, stream, owner, id)).param("stream", recorded.stream()).param("duty", key.duty())
                .param("subject", key.subject()).param("occurrence", key.occurrence());
    }
}
