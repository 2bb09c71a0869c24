package org.liuhen.server.recordings;

import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Role;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Activities that were not recorded for a secret, and what hangs on them,
 * are shown to whom they concern: officers who were there, the
 * head of their unit, the legal section and the leaders.
 */
@Component
public class Secrecy {

    private final AgencyRows rows;

    Secrecy(AgencyRows rows) {
        this.rows = rows;
    }

    /** An activity with a secret that has the recording. */
    private record Kept(String kind, String unit, boolean there) {}

    /** The kind of secret of the activities that have the recording; empty where there is none. */
    public Optional<String> of(Caller caller, UUID recording) {
        return kept(caller, recording).map(Kept::kind);
    }

    /** @throws Problem if the recording is of an activity with a secret that does not concern the caller */
    public void require(Caller caller, UUID recording) {
        kept(caller, recording).filter(kept -> !concerns(caller, kept.unit(), kept.there())).ifPresent(_ -> {
            throw notConcerned();
        });
    }

    private Optional<Kept> kept(Caller caller, UUID recording) {
        return rows.of(caller.agency(), jdbc -> jdbc.sql("""
                select a.secret, a.unit, exists (select from activity_officer o where o.activity = a.id and o.person = :person) there
                from activity_recording r join activity a on a.id = r.activity
                where r.agency = :agency and r.recording = :recording and a.secret is not null order by there limit 1
                """).param("agency", caller.agency()).param("recording", recording).param("person", caller.id())
                .query((row, _) -> new Kept(row.getString("secret"), row.getString("unit"), row.getBoolean("there"))).optional());
    }

    /** Whether an activity with a secret concerns the caller. */
    public static boolean concerns(Caller caller, String unit, boolean there) {
        return there || caller.roles().contains(Role.LEGAL_SECTION) || caller.roles().contains(Role.PERSON_IN_CHARGE)
                || (caller.roles().contains(Role.UNIT_HEAD) && caller.unit().equals(Optional.of(unit)));
    }

    /** What the others are told. */
    public static Problem notConcerned() {
        return Problem.of(HttpStatus.FORBIDDEN, "secret-activity", "这个执法活动涉及秘密", "This activity concerns a secret")
                .because("只有参加的执法人员、本机构负责人、法制机构和机关负责人可以查看。",
                        "Officers who were there, the head of their unit, the legal section and the leaders may see it.")
                .next("确有需要的，请联系本机构负责人。", "If you need it, ask the head of the unit.");
    }
}
