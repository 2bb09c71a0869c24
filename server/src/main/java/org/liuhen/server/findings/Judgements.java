package org.liuhen.server.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked.Due;
import org.springframework.stereotype.Component;

/** When each stream is to be judged again. What is not noted, or noted for an older version, is found by the sweep. */
@Component
public class Judgements {

    private final AgencyRows rows;

    Judgements(AgencyRows rows) {
        this.rows = rows;
    }

    /** Notes when what the rules say of that version can next change by itself; absent: never. A newer version's note stays. */
    void set(String kind, Due of, long version, Optional<Instant> due) {
        rows.of(of.agency(), jdbc -> jdbc.sql("""
                insert into judgement (stream, kind, agency, version, due_at) values (:id, :kind, :agency, :version, :due)
                on conflict (stream) do update set version = excluded.version, due_at = excluded.due_at
                where judgement.version <= excluded.version
                """).param("id", of.id()).param("kind", kind).param("agency", of.agency()).param("version", version)
                .param("due", due.map(Timestamp::from).orElse(null)).update());
    }

    /** Streams whose time has come, the longest due first. */
    List<Due> due(String kind, Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select agency, stream from judgement where kind = :kind and due_at <= :now order by due_at limit :most
                """).param("kind", kind).param("now", Timestamp.from(now)).param("most", atMost).query(Judgements::due).list());
    }

    /**
     * Streams that were not judged since their last event: the server stopped between the two, or the tables were rebuilt.
     *
     * @param versions a query of ours with agency, stream and version
     */
    List<Due> forgotten(String kind, String versions, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select s.agency, s.stream from (%s) s left join judgement j on j.stream = s.stream and j.kind = :kind
                where j.stream is null or j.version < s.version limit :most
                """.formatted(versions)).param("kind", kind).param("most", atMost).query(Judgements::due).list());
    }

    /** Puts a stream off that could not be judged. */
    void putOff(Due one, Instant until) {
        rows.of(one.agency(), jdbc -> jdbc.sql("update judgement set due_at = :until where stream = :id")
                .param("until", Timestamp.from(until)).param("id", one.id()).update());
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(row.getString("agency"), row.getObject("stream", UUID.class));
    }
}
