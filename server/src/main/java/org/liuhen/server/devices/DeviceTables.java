package org.liuhen.server.devices;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists of devices show: device_life, device_holding, device_finding. Follows from the journal alone. */
@Component
final class DeviceTables implements Projection {

    private static final FindingRows FINDINGS = new FindingRows("device_finding", "device", "device_life", "device");

    private static final String MANAGES = "manages";
    private static final String USES = "uses";

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public List<String> tables() {
        return List.of("device_life", "device_holding", "device_finding");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case DeviceEvent e -> device(recorded, e, jdbc);
            // findings are in the streams of other features too
            case FindingEvent e when known(recorded, jdbc) -> {
                FINDINGS.apply(e, recorded, jdbc);
                FINDINGS.count(recorded, jdbc);
                changed(recorded, jdbc);
            }
            default -> {} // the journal has events of every feature; this one hears what it can use
        }
    }

    private static boolean known(Recorded recorded, JdbcClient jdbc) {
        return jdbc.sql("select exists (select from device_life where device = :device)").param("device", recorded.stream())
                .query(Boolean.class).single();
    }

    private static void device(Recorded recorded, DeviceEvent event, JdbcClient jdbc) {
        switch (event) {
            case DeviceRegistered e -> registered(recorded, e, jdbc);
            case HandInOpened _, HandInBalanced _ -> {} // they have tables of their own
            case DeviceEvent.FoundAtIntake _ -> {
                set(recorded, "unregistered = :value", true, jdbc);
                changed(recorded, jdbc);
            }
            case DeviceEvent.FileNumbersCompared _ -> changed(recorded, jdbc);
            case DeviceLifeEvent e -> {
                lived(recorded, e, jdbc);
                changed(recorded, jdbc);
            }
        }
    }

    private static void changed(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update device_life set version = :version, changed_at = :at where device = :device").param("version", recorded.version())
                .param("at", Timestamp.from(recorded.recordedAt())).param("device", recorded.stream()).update();
    }

    private static void registered(Recorded recorded, DeviceRegistered e, JdbcClient jdbc) {
        var words = String.join(" ", e.number().value(), e.serial().orElse(""), e.model().orElse("")).toLowerCase(Locale.ROOT);
        jdbc.sql("""
                insert into device_life (device, agency, version, number, kind, unit, serial, model, portable, manager, changed_at, words)
                values (:device, :agency, :version, :number, :kind, :unit, :serial, :model, :portable, :manager, :at, :words)
                """)
                .param("device", recorded.stream()).param("agency", recorded.agency()).param("version", recorded.version())
                .param("number", e.number().value()).param("kind", e.kind().word()).param("unit", e.unit().value())
                .param("serial", e.serial().orElse(null)).param("model", e.model().orElse(null)).param("portable", e.kind().portable())
                .param("manager", e.officer().map(PersonId::value).orElse(null)).param("at", Timestamp.from(recorded.recordedAt()))
                .param("words", words).update();
        e.officer().ifPresent(person -> hold(recorded, MANAGES, person.value(), recorded.recordedAt(), jdbc));
    }

    private static void lived(Recorded recorded, DeviceLifeEvent event, JdbcClient jdbc) {
        switch (event) {
            case DeviceLifeEvent.DeviceDescribed e -> jdbc.sql("""
                    update device_life set unregistered = false, portable = :portable, capabilities = cast(:capabilities as text[]) where device = :device
                    """).param("portable", e.description().portable())
                    .param("capabilities", e.description().capabilities().stream().map(Capability::word).toArray(String[]::new))
                    .param("device", recorded.stream()).update();
            case DeviceLifeEvent.DeviceMoved e -> set(recorded, "unit = :value", e.unit().value(), jdbc);
            case DeviceLifeEvent.DeviceAssigned e -> {
                release(recorded, MANAGES, e.at(), jdbc);
                hold(recorded, MANAGES, e.officer().id().value(), e.at(), jdbc);
                set(recorded, "manager = :value", e.officer().id().value(), jdbc);
                named(recorded, e.officer(), jdbc);
            }
            case DeviceLifeEvent.DeviceCheckedOut e -> {
                taken(recorded, e.officer(), e.at(), jdbc);
                set(recorded, "purpose = :value", e.purpose().word(), jdbc);
            }
            case DeviceLifeEvent.DeviceReassigned e -> {
                release(recorded, USES, e.at(), jdbc);
                taken(recorded, e.to(), e.at(), jdbc);
            }
            case DeviceLifeEvent.DeviceReturned e -> {
                release(recorded, USES, e.at(), jdbc);
                jdbc.sql("update device_life set holder = null, since = null, purpose = null where device = :device")
                        .param("device", recorded.stream()).update();
            }
            case DeviceLifeEvent.FaultReported _ -> set(recorded, "stopped = :value", true, jdbc);
            case DeviceLifeEvent.SentForRepair _ -> set(recorded, "stopped = true, away = :value", true, jdbc);
            case DeviceLifeEvent.DeviceRepaired e -> set(recorded, "away = false, stopped = :value", !e.working(), jdbc);
            case DeviceLifeEvent.DeviceLost _ -> set(recorded, "lost = :value", true, jdbc);
            case DeviceLifeEvent.DeviceFound _ -> set(recorded, "lost = :value", false, jdbc);
            case DeviceLifeEvent.DeviceRetired _ -> {
                set(recorded, "unregistered = false, retired = :value", true, jdbc);
                release(recorded, MANAGES, recorded.recordedAt(), jdbc);
                release(recorded, USES, recorded.recordedAt(), jdbc);
            }
            case DeviceLifeEvent.DevicePurchased _, DeviceLifeEvent.PurchaseViewed _, DeviceLifeEvent.DeviceAccepted _,
                    DeviceLifeEvent.WearDeclared _, DeviceLifeEvent.UseChecked _, DeviceLifeEvent.OutsideUseNoted _, DeviceLifeEvent.FaultTold _,
                    DeviceLifeEvent.DelayStated _, DeviceLifeEvent.ReturnEntered _,
                    DeviceLifeEvent.DeviceMaintained _, DeviceLifeEvent.ServicedByOther _, DeviceLifeEvent.QualityRemarked _,
                    DeviceLifeEvent.UsesCompared _, DeviceLifeEvent.MemorySeen _ -> {} // shown on the device's own page
        }
    }

    /** {@code assignment} is of this file: nothing that comes from outside becomes part of the statement. */
    private static void set(Recorded recorded, String assignment, Object value, JdbcClient jdbc) {
        jdbc.sql("update device_life set " + assignment + " where device = :device").param("value", value)
                .param("device", recorded.stream()).update();
    }

    private static void taken(Recorded recorded, Officer officer, Instant at, JdbcClient jdbc) {
        hold(recorded, USES, officer.id().value(), at, jdbc);
        jdbc.sql("update device_life set holder = :holder, since = :since where device = :device").param("holder", officer.id().value())
                .param("since", Timestamp.from(at)).param("device", recorded.stream()).update();
        named(recorded, officer, jdbc);
    }

    /** So that a device is found by whoever ever had it. */
    private static void named(Recorded recorded, Officer officer, JdbcClient jdbc) {
        jdbc.sql("update device_life set words = words || ' ' || :name where device = :device and position(:name in words) = 0")
                .param("name", officer.name().toLowerCase(Locale.ROOT)).param("device", recorded.stream()).update();
    }

    private static void hold(Recorded recorded, String how, UUID person, Instant since, JdbcClient jdbc) {
        jdbc.sql("""
                insert into device_holding (device, version, agency, number, person, how, since)
                select device, :version, agency, number, :person, :how, :since from device_life where device = :device
                """).param("device", recorded.stream()).param("version", recorded.version()).param("person", person).param("how", how)
                .param("since", Timestamp.from(since)).update();
    }

    private static void release(Recorded recorded, String how, Instant until, JdbcClient jdbc) {
        jdbc.sql("update device_holding set until = :until where device = :device and how = :how and until is null")
                .param("until", Timestamp.from(until)).param("device", recorded.stream()).param("how", how).update();
    }

}
