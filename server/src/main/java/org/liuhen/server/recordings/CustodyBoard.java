package org.liuhen.server.recordings;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.Custody;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.custody.CustodyRules;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.Clocked.Due;
import org.liuhen.server.findings.OpenFindings;
import org.springframework.stereotype.Component;

/** What boards show of each recording's custody: it follows from the journal, the law and the check-outs, as judged last. */
@Component
class CustodyBoard {

    private final AgencyRows rows;
    private final AgencyLaw law;
    private final CustodyRegister register;

    CustodyBoard(AgencyRows rows, AgencyLaw law, CustodyRegister register) {
        this.rows = rows;
        this.law = law;
        this.register = register;
    }

    /** Shows this version of the recording; a newer one stays. */
    void show(Due of, long version, HandedIn recording) {
        var custody = recording.custody();
        var rules = law.isAdopted(of.agency()) ? Optional.of(law.law(of.agency())) : Optional.<Law>empty();
        var storedBy = rules.flatMap(all -> CustodyRules.storedBy(recording, all)).map(Cited::value);
        var handedBy = rules.flatMap(all -> CustodyRules.handedBy(recording, all)).map(Cited::value);
        var unfiled = rules.map(all -> CustodyRules.unfiled(recording, all.on(LocalDate.ofInstant(
                recording.completedAt().orElse(custody.storedAt()), all.zone())))).orElse(List.of());
        var user = register.use(of.agency(), recording).map(CustodyRegister.Use::person);
        rows.of(of.agency(), jdbc -> jdbc.sql("""
                insert into recording_custody (recording, agency, version, completed_at, uncertain, stored_at, stored_by, handed_by, handed_at,
                    custodian, used_by, unfiled, accident, without_case, assigned, findings)
                values (:id, :agency, :version, :completedAt, :uncertain, :storedAt, :storedBy, :handedBy, :handedAt, :custodian, :usedBy,
                    :unfiled, :accident, :withoutCase, :assigned, :findings)
                on conflict (recording) do update set version = excluded.version, completed_at = excluded.completed_at,
                    uncertain = excluded.uncertain, stored_at = excluded.stored_at, stored_by = excluded.stored_by,
                    handed_by = excluded.handed_by, handed_at = excluded.handed_at, custodian = excluded.custodian,
                    used_by = excluded.used_by, unfiled = excluded.unfiled, accident = excluded.accident,
                    without_case = excluded.without_case, assigned = excluded.assigned, findings = excluded.findings
                where recording_custody.version <= excluded.version
                """).param("id", of.id()).param("agency", of.agency()).param("version", version)
                .param("completedAt", timestamp(recording.completedAt())).param("uncertain", recording.uncertainty().toMillis())
                .param("storedAt", Timestamp.from(custody.storedAt())).param("storedBy", timestamp(storedBy))
                .param("handedBy", timestamp(handedBy)).param("handedAt", timestamp(custody.handed().map(CustodyEvent.HandedToCustodian::at)))
                .param("custodian", custody.handed().map(handed -> handed.custodian().value()).orElse(null))
                .param("usedBy", user.map(PersonId::value).orElse(null))
                .param("unfiled", unfiled.toArray(String[]::new)).param("accident", accident(custody))
                .param("withoutCase", custody.withoutCase().isPresent())
                .param("assigned", custody.assigned().map(PersonId::value).orElse(null))
                .param("findings", OpenFindings.count(recording.findings())).update());
    }

    private static String accident(Custody custody) {
        if (custody.accidental()) return "confirmed";
        return custody.accident().isPresent() ? "claimed" : "none";
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }
}
