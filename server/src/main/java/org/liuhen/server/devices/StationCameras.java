package org.liuhen.server.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** The register of devices as a collection station needs it: to know a docked camera, and who has it out. */
@Component
class StationCameras {

    private final AgencyRows rows;
    private final Register register;
    private final DeviceList list;

    StationCameras(AgencyRows rows, Register register, DeviceList list) {
        this.rows = rows;
        this.register = register;
        this.list = list;
    }

    /** Who has a device out. */
    record User(String name, Optional<String> certificate) {}

    /** A device of the agency, whatever its state. */
    record Camera(
            String number, String kind, String unit, String unitName, Optional<String> serial, Optional<String> model, String state,
            Optional<User> user, Optional<Instant> since, Optional<String> purpose) {}

    /** The station itself, and every device of its agency. */
    record Known(UUID id, String station, String name, String agency, String agencyName, String unit, List<Camera> cameras) {}

    /** Whose device has that serial or number. */
    record Owner(String agency, String agencyName, String number) {}

    /** Devices of other agencies with that serial. */
    record Elsewhere(List<Owner> items) {}

    Known known(String agency, UUID station) {
        var self = register.stations(agency).stream().filter(one -> one.id().equals(station)).findFirst()
                .orElseThrow(() -> new IllegalStateException("a token of a station that is not in the register: " + station));
        var units = list.units(agency);
        var cameras = rows.of(agency, jdbc -> jdbc.sql("""
                select number, kind, unit, serial, model, state, holder, since, purpose from device_life where agency = :agency order by number
                """).param("agency", agency).query((row, _) -> new Camera(row.getString("number"), row.getString("kind"), row.getString("unit"),
                        units.getOrDefault(row.getString("unit"), row.getString("unit")), Optional.ofNullable(row.getString("serial")),
                        Optional.ofNullable(row.getString("model")), row.getString("state"),
                        Optional.ofNullable(row.getObject("holder", UUID.class)).map(this::user),
                        Optional.ofNullable(row.getTimestamp("since")).map(java.sql.Timestamp::toInstant),
                        Optional.ofNullable(row.getString("purpose")))).list());
        return new Known(self.id(), self.number(), self.name(), agency, register.agency(agency).map(Register.Agency::name).orElse(agency), self.unit(),
                cameras);
    }

    /** The station has just asked something: it is there. */
    void heard(String agency, UUID station, Instant now) {
        rows.of(agency, jdbc -> jdbc.sql("""
                insert into station_contact (station, agency, heard_at) values (:station, :agency, :now)
                on conflict (station) do update set heard_at = excluded.heard_at
                where station_contact.heard_at < excluded.heard_at - interval '1 minute'
                """).param("station", station).param("agency", agency).param("now", java.sql.Timestamp.from(now)).update());
    }

    private User user(UUID person) {
        return new User(register.person(person).map(Register.Person::name).orElse(person.toString()),
                register.certificate(person).map(Register.Certificate::number));
    }

    /** Other agencies that have entered a device with this serial: who finds a camera must know whom to call. */
    Elsewhere elsewhere(String agency, String serial) {
        return new Elsewhere(register.agencies().stream().filter(other -> !other.code().equals(agency))
                .flatMap(other -> register.devices(other.code()).stream().filter(device -> device.serial().equals(Optional.of(serial)))
                        .map(device -> new Owner(other.code(), other.name(), device.number())))
                .toList());
    }
}
