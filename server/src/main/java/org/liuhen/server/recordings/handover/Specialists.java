package org.liuhen.server.recordings.handover;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Who hands over each month: the custodians of records whom the agency has named. */
@Component
class Specialists {

    private final AgencyRows rows;

    Specialists(AgencyRows rows) {
        this.rows = rows;
    }

    /** One of them, and the unit whose recordings are in his hands; of several units the first. */
    record Specialist(UUID person, String unit) {}

    /** Those who are named for a day of the month and whose hand-over has not begun. */
    List<Specialist> notBegun(String agency, LocalDate month) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select person, min(unit) unit from custodian c
                where agency = :agency and kind = 'records' and since <= :last and (until is null or until >= :first)
                    and not exists (select from hand_over h where h.agency = :agency and h.month = :first and h.person = c.person)
                group by person order by person
                """).param("agency", agency).param("first", Date.valueOf(month)).param("last", Date.valueOf(month.plusMonths(1).minusDays(1)))
                .query((row, _) -> new Specialist(row.getObject("person", UUID.class), row.getString("unit"))).list());
    }
}
