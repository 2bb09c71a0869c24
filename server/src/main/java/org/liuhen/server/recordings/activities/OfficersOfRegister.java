package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.recordings.activities.ActivityContext;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.recordings.activities.GuideVersion;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.agencies.PhraseGuides;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** The register of one agency with its devices, and what its officers left out before, as a decision on an activity asks it today. */
@Component
class OfficersOfRegister {

    /** The most devices that are named: one is enough to ask. */
    private static final int NAMED_MOST = 20;

    /** More repetitions than anybody calls repeated. */
    private static final int EARLIER_MAX = 100;

    private final Register register;
    private final PhraseGuides guides;
    private final AgencyRows rows;

    OfficersOfRegister(Register register, PhraseGuides guides, AgencyRows rows) {
        this.register = register;
        this.guides = guides;
        this.rows = rows;
    }

    ActivityContext.Register of(String agency) {
        return new OfAgency(agency);
    }

    private final class OfAgency implements ActivityContext.Register {

        private final String agency;

        OfAgency(String agency) {
            this.agency = agency;
        }

        @Override
        public Optional<Officer> officer(PersonId person) {
            return register.certificate(person.value()).filter(certificate -> certificate.agency().equals(agency))
                    .map(Register.Certificate::officer);
        }

        @Override
        public Set<Role> roles(PersonId person) {
            return register.rolesToday(agency, person);
        }

        @Override
        public boolean knows(UnitCode unit) {
            return register.units(agency).stream().anyMatch(known -> known.code().equals(unit.value()));
        }

        @Override
        public List<DeviceNumber> explosionProof(UnitCode unit) {
            return rows.of(agency, jdbc -> jdbc.sql("""
                    select number from device_life where agency = :agency and unit = :unit and state in ('available', 'out')
                        and 'explosionProof' = any (capabilities) order by number limit :most
                    """).param("agency", agency).param("unit", unit.value()).param("most", NAMED_MOST)
                    .query((row, _) -> new DeviceNumber(row.getString("number"))).list());
        }

        @Override
        public Optional<GuideVersion> guide(LocalDate day) {
            return guides.on(agency, day).map(version -> new GuideVersion(version.number(), version.from()));
        }

        @Override
        public List<Instant> exempted(PersonId person, String ground) {
            return rows.of(agency, jdbc -> jdbc.sql("""
                    select at from (select at from activity_exemption where agency = :agency and person = :person and ground = :ground
                        order by at desc limit :most) latest order by at
                    """).param("agency", agency).param("person", person.value()).param("ground", ground).param("most", EARLIER_MAX)
                    .query((row, _) -> row.getTimestamp("at").toInstant()).list());
        }
    }
}
