package org.liuhen.server.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked.Due;
import org.springframework.stereotype.Component;

/** When each case is to be judged again. What is not noted, or noted for an older version, is found by the sweep. */
@Component
class CaseClocks {

    private final AgencyRows rows;

    CaseClocks(AgencyRows rows) {
        this.rows = rows;
    }

    /**
     * Notes when what the rules say of that version can next change by itself; absent: never. A newer version's note stays.
     *
     * @param dues of the findings that follow now, the last instant that was or is in time
     */
    void set(String agency, UUID id, long version, Optional<Instant> due, Map<FindingKey, Instant> dues) {
        var findings = dues.keySet().stream().map(key -> key.duty() + " " + key.subject() + " " + key.occurrence()).toArray(String[]::new);
        var instants = dues.values().stream().map(Instant::toString).toArray(String[]::new);
        rows.of(agency, jdbc -> jdbc.sql("""
                insert into case_clock (case_id, agency, version, due_at, dues)
                values (:id, :agency, :version, :due, jsonb_object(cast(:findings as text[]), cast(:instants as text[])))
                on conflict (case_id) do update set version = excluded.version, due_at = excluded.due_at, dues = excluded.dues
                where case_clock.version <= excluded.version
                """).param("id", id).param("agency", agency).param("version", version).param("due", timestamp(due))
                .param("findings", findings).param("instants", instants).update());
    }

    /** Cases whose time has come, the longest due first. */
    List<Due> due(Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("select agency, case_id from case_clock where due_at <= :now order by due_at limit :most")
                .param("now", Timestamp.from(now)).param("most", atMost)
                .query((row, _) -> new Due(row.getString("agency"), row.getObject("case_id", UUID.class))).list());
    }

    /** Cases that were not judged since their last event: the server stopped between the two, or the tables were rebuilt. */
    List<Due> forgotten(int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("""
                select f.agency, f.id from case_file f left join case_clock c on c.case_id = f.id
                where c.case_id is null or c.version < f.version limit :most
                """).param("most", atMost).query((row, _) -> new Due(row.getString("agency"), row.getObject("id", UUID.class))).list());
    }

    /** Puts a case off that could not be judged. */
    void putOff(Due one, Instant until) {
        rows.of(one.agency(), jdbc -> jdbc.sql("update case_clock set due_at = :until where case_id = :id")
                .param("until", Timestamp.from(until)).param("id", one.id()).update());
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }
}
