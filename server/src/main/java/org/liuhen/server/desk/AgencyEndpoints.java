package org.liuhen.server.desk;

import static org.liuhen.core.values.Role.AUDIT_ADMINISTRATOR;
import static org.liuhen.core.values.Role.CUSTODIAN;
import static org.liuhen.core.values.Role.FINANCE;
import static org.liuhen.core.values.Role.LEGAL_SECTION;
import static org.liuhen.core.values.Role.OFFICE;
import static org.liuhen.core.values.Role.OFFICER;
import static org.liuhen.core.values.Role.PERSON_IN_CHARGE;
import static org.liuhen.core.values.Role.SECURITY_ADMINISTRATOR;
import static org.liuhen.core.values.Role.STATION;
import static org.liuhen.core.values.Role.SUPERVISION;
import static org.liuhen.core.values.Role.SYSTEM_ADMINISTRATOR;
import static org.liuhen.core.values.Role.UNIT_HEAD;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.law.ClassificationKey;
import org.liuhen.formats.law.Profile;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.http.Serves;
import org.liuhen.server.http.ServesAnyone;
import org.liuhen.server.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own agency, and the server's clock. */
@RestController
class AgencyEndpoints {

    private final Register register;
    private final InstantSource clock;

    AgencyEndpoints(Register register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * The agency as its people need it for forms and filters.
     *
     * @param people everybody of the register, officers among them
     */
    record Agency(
            String code, String name, Optional<String> superior, List<Register.Unit> units, List<Officer> officers, List<Officer> people,
            List<Device> devices, List<Key> classificationKeys, Instant now, String zone) {}

    /** An officer, or somebody else of the register. */
    record Officer(UUID id, String name, Optional<String> unit) {
        private static List<Officer> of(List<Register.Person> people) {
            return people.stream().map(one -> new Officer(one.id(), one.name(), one.unit())).toList();
        }
    }

    /** A device; whether it is out is known when cameras are checked out. */
    record Device(String number, String kind, String unit, Optional<UUID> officer, Optional<String> model, String state) {}

    /** A classification key, and where it comes from. */
    record Key(String key, String title, String titleEn, Optional<String> article, String source) {
        private static Key of(ClassificationKey key) {
            return new Key(key.key(), key.title().zh(), key.title().en(), key.article(), key.article().isPresent() ? "article" : "default");
        }
    }

    /** What time it is here. */
    record Now(Instant now) {}

    @GetMapping("/api/agency")
    @Serves({OFFICER, CUSTODIAN, UNIT_HEAD, LEGAL_SECTION, OFFICE, PERSON_IN_CHARGE, FINANCE, SUPERVISION, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR,
        AUDIT_ADMINISTRATOR, STATION})
    Agency agency(Caller caller) {
        var now = clock.instant();
        var agency = register.agency(caller.agency()).orElseThrow(() -> new IllegalStateException("signed in, and no such agency: " + caller.agency()));
        return new Agency(agency.code(), agency.name(), agency.superior(), register.units(agency.code()),
            Officer.of(register.officers(agency.code(), now.atZone(Registrar.ZONE).toLocalDate())), Officer.of(register.people(agency.code())),
            register.devices(agency.code()).stream()
                .map(one -> new Device(one.number(), one.kind(), one.unit(), one.officer(), one.model(), "registered")).toList(),
            Profile.of(new AgencyCode(agency.code())).classificationKeys().stream().map(Key::of).toList(), now, Registrar.ZONE.getId());
    }

    @GetMapping("/api/time")
    @ServesAnyone
    Now time() {
        return new Now(clock.instant());
    }
}
