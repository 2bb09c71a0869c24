package org.liuhen.server.agencies;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register as tables: agency, unit, person, role_granted, station, device. */
@Component
final class RegisterProjection implements Projection {

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<String> tables() {
        return List.of("agency", "unit", "person", "role_granted", "station", "device");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case AgencyEvent event -> apply(recorded, event, jdbc);
            case DeviceRegistered device -> apply(recorded, device, jdbc);
            case Destroyed _ -> {} // what the register said is gone; the row was never made again
            case Event _ -> {} // of other features
        }
    }

    private static void apply(Recorded recorded, AgencyEvent event, JdbcClient jdbc) {
        var agency = recorded.agency();
        switch (event) {
            case AgencyEvent.AgencyRegistered e ->
                    jdbc.sql("insert into agency (code, name, superior, origin, stream) values (?, ?, ?, ?, ?)")
                    .params(list(e.code().value(), e.name(), e.superior().orElse(null), e.origin(), recorded.stream())).update();
            case AgencyEvent.UnitRegistered e -> jdbc.sql("insert into unit (agency, code, name, kind) values (?, ?, ?, ?)")
                    .params(list(agency, e.code().value(), e.name(), e.kind().word())).update();
            case AgencyEvent.PersonRegistered e -> jdbc.sql("""
                    insert into person (id, agency, username, name, certificate, unit) values (?, ?, ?, ?, ?, ?)
                    """).params(list(e.person().value(), agency, e.username(), e.name(), e.certificate().orElse(null),
                        code(e.unit()))).update();
            case AgencyEvent.RoleGranted e ->
                    jdbc.sql("insert into role_granted (agency, person, role, since, until) values (?, ?, ?, ?, ?)")
                    .params(list(agency, e.person().value(), e.role().word(), e.from(), e.to().orElse(null))).update();
            case AgencyEvent.StationRegistered e ->
                    jdbc.sql("insert into station (id, agency, number, name, unit) values (?, ?, ?, ?, ?)")
                    .params(list(e.station().value(), agency, e.number(), e.name(), e.unit().value())).update();
            case AgencyEvent.OriginOpened e -> jdbc.sql("update agency set origin = ? where code = ?")
                    .params(list(e.origin(), agency)).update();
            case AgencyEvent.LedgerKeyAdopted _ -> {} // the ledger keeps its keys itself
        }
    }

    private static void apply(Recorded recorded, DeviceRegistered e, JdbcClient jdbc) {
        jdbc.sql("insert into device (id, agency, number, kind, unit, officer, serial, model) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(list(
                        e.device().value(), recorded.agency(), e.number().value(), e.kind().word(), e.unit().value(),
                        e.officer().map(PersonId::value).orElse(null), e.serial().orElse(null), e.model().orElse(null)))
                .update();
    }

    private static @Nullable String code(Optional<UnitCode> unit) {
        return unit.map(UnitCode::value).orElse(null);
    }

    /** {@code List.of} takes no null. */
    private static List<@Nullable Object> list(@Nullable Object... values) {
        return java.util.Arrays.asList(values);
    }
}
