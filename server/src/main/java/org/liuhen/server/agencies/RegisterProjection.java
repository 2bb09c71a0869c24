package org.liuhen.server.agencies;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register as tables. Follows from the journal alone. */
@Component
final class RegisterProjection implements Projection {

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<String> tables() {
        return List.of("agency", "unit", "person", "role_granted", "station", "station_key", "device", "certificate", "entrustment", "custodian",
                "unit_workload", "profile_adopted", "profile_confirmed", "phrase_guide", "phrase");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case AgencyEvent event -> apply(recorded, event, jdbc);
            case DeviceRegistered device -> apply(recorded, device, jdbc);
            case DeviceLifeEvent.DeviceMoved e -> jdbc.sql("update device set unit = ? where id = ?")
                    .params(list(e.unit().value(), recorded.stream())).update();
            case DeviceLifeEvent.DeviceAssigned e -> jdbc.sql("update device set officer = ? where id = ?")
                    .params(list(e.officer().id().value(), recorded.stream())).update();
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
            case AgencyEvent.StationKeyRegistered e -> jdbc.sql("insert into station_key (station, agency, vkey) values (?, ?, ?)")
                    .params(list(e.station().value(), agency, e.vkey())).update();
            case AgencyEvent.OriginOpened e -> jdbc.sql("update agency set origin = ? where code = ?")
                    .params(list(e.origin(), agency)).update();
            case AgencyEvent.LedgerKeyAdopted _ -> {} // the ledger keeps its keys itself
            case AgencyEvent.CertificateRegistered _, AgencyEvent.DeputyNamed _, AgencyEvent.RoleEnded _,
                    AgencyEvent.EntrustmentRegistered _, AgencyEvent.ProfileAdopted _, AgencyEvent.CustodianNamed _,
                    AgencyEvent.WorkloadClassed _, AgencyEvent.PhraseGuideIssued _ ->
                grown(recorded, event, jdbc);
        }
    }

    private static void grown(Recorded recorded, AgencyEvent event, JdbcClient jdbc) {
        var agency = recorded.agency();
        var entry = recorded.version();
        switch (event) {
            case AgencyEvent.CertificateRegistered e ->
                    jdbc.sql("insert into certificate (agency, entry, person, number, since, until) values (?, ?, ?, ?, ?, ?)")
                    .params(list(agency, entry, e.person().value(), e.number(), e.from(), e.to())).update();
            case AgencyEvent.DeputyNamed e -> jdbc.sql("""
                    insert into role_granted (agency, person, role, since, until, deputy_for) values (?, ?, ?, ?, ?, ?)
                    """).params(list(agency, e.person().value(), e.role().word(), e.from(), e.to().orElse(null), e.of().value())).update();
            case AgencyEvent.RoleEnded e -> jdbc.sql("""
                    update role_granted set until = :on
                    where person = :person and role = :role and since <= :on and (until is null or until > :on)
                    """).param("on", e.on()).param("person", e.person().value()).param("role", e.role().word()).update();
            case AgencyEvent.EntrustmentRegistered e ->
                    jdbc.sql("insert into entrustment (agency, entry, unit, body, document, since, until) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(list(agency, entry, e.unit().value(), e.body(), e.document(), e.from(), e.to())).update();
            case AgencyEvent.CustodianNamed e -> jdbc.sql("""
                    insert into custodian (agency, entry, unit, person, kind, deputy, since, until) values (?, ?, ?, ?, ?, ?, ?, ?)
                    """).params(list(agency, entry, e.unit().value(), e.person().value(), e.kind().word(),
                        e.deputy().map(PersonId::value).orElse(null), e.from(), e.to().orElse(null))).update();
            case AgencyEvent.WorkloadClassed e ->
                    jdbc.sql("insert into unit_workload (agency, entry, unit, workload, since) values (?, ?, ?, ?, ?)")
                    .params(list(agency, entry, e.unit().value(), e.workload().word(), e.from())).update();
            case AgencyEvent.PhraseGuideIssued e -> guide(recorded, e, jdbc);
            case AgencyEvent.ProfileAdopted e -> profile(recorded, e, jdbc);
            case AgencyEvent.AgencyRegistered _, AgencyEvent.UnitRegistered _, AgencyEvent.PersonRegistered _,
                    AgencyEvent.RoleGranted _, AgencyEvent.StationRegistered _, AgencyEvent.StationKeyRegistered _, AgencyEvent.OriginOpened _,
                    AgencyEvent.LedgerKeyAdopted _ ->
                throw new IllegalArgumentException("entered above: " + event);
        }
    }

    private static void guide(Recorded recorded, AgencyEvent.PhraseGuideIssued e, JdbcClient jdbc) {
        jdbc.sql("insert into phrase_guide (agency, number, since, person, recorded) values (?, ?, ?, ?, ?)")
                .params(list(recorded.agency(), e.number(), e.from(), e.by().value(),
                        Timestamp.from(recorded.recordedAt()))).update();
        for (var i = 0; i < e.phrases().size(); i++) {
            var phrase = e.phrases().get(i);
            jdbc.sql("insert into phrase (agency, number, place, step, acts, words) values (?, ?, ?, ?, ?, ?)")
                    .params(list(recorded.agency(), e.number(), i, phrase.step(), phrase.acts().toArray(String[]::new),
                            phrase.text())).update();
        }
    }

    private static void profile(Recorded recorded, AgencyEvent.ProfileAdopted e, JdbcClient jdbc) {
        var agency = recorded.agency();
        jdbc.sql("""
                insert into profile_adopted (agency, entry, digest, since, activation, person, recorded) values (?, ?, ?, ?, ?, ?, ?)
                """).params(list(agency, recorded.version(), e.digest().toString(), e.from(), e.activation().orElse(null),
                        e.by().value(), Timestamp.from(recorded.recordedAt()))).update();
        for (var confirmation : e.confirmations()) {
            jdbc.sql("""
                    insert into profile_confirmed (agency, entry, key, person, day) values (?, ?, ?, ?, ?) on conflict do nothing
                    """).params(list(agency, recorded.version(), confirmation.key().value(), confirmation.by().value(),
                            confirmation.on())).update();
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
