package org.liuhen.server.agencies;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.agencies.Agencies;
import org.liuhen.core.agencies.AgencyCommand;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.AgencyRefusal;
import org.liuhen.core.agencies.AgencyState;
import org.liuhen.core.agencies.KeyReason;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.ledger.NewOrigin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters a registry file. What the register already has stays as it is; only what is missing becomes events. So the same file,
 * or a longer one, can be entered again.
 */
@Component
public final class Registrar {

    /** Legal days are days here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Journal journal;
    private final Journal unguarded;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    Registrar(Journal journal, @Qualifier("unguardedJournal") Journal unguarded, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.journal = journal;
        this.unguarded = unguarded;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Enters all agencies of the file.
     *
     * @return events appended
     * @throws OperatorFault if an entry contradicts the register; agencies before it are entered, this one is not
     */
    public int enter(Registry registry) {
        return registry.agencies().stream().mapToInt(this::enter).sum();
    }

    private int enter(Registry.Agency agency) {
        var code = agency.code().value();
        var opened = ledger.open(code);
        var known = jdbc.sql("select stream from agency where code = ?").param(code).query(UUID.class).optional();
        var stream = known.orElseGet(UUID::randomUUID);
        var entering = new Entering(agency, known.isPresent() ? journal.read(stream) : List.of(), opened);
        var submission = entering.run(stream);
        submission.ifPresent(journal::append);
        return submission.map(all -> all.appends().stream().mapToInt(append -> append.events().size()).sum()).orElse(0);
    }

    /** Announces new keys of the agency's ledger; the log signs with old and new once this is in it. */
    public void rotateKeys(String agency) {
        var stream = stream(agency);
        var rotation = ledger.beginRotation(agency);
        if (journal.outcome(agency, rotation.command()).isPresent()) return; // announced before; the log has it or will have it
        var version = journal.read(stream).size();
        var adopted = new AgencyEvent.LedgerKeyAdopted(rotation.vkeys(), KeyReason.ROTATION, clock.instant());
        journal.append(submission(agency, rotation.command(), List.of(new StreamAppend(stream, version, List.of(adopted)))));
    }

    /**
     * Closes the agency's ledger and opens the next one, whose keys and closed logs are given. The next start signs it.
     *
     * @param ground why
     * @param openedBy name of the person who has it done
     * @throws OperatorFault if the register of this database does not allow it; nothing is written
     */
    public void openOrigin(String agency, NewOrigin.Opening opening, String ground, String openedBy) {
        var stream = stream(agency);
        var history = journal.read(stream);
        AgencyState state = new AgencyState.Absent();
        for (var recorded : history) {
            state = Agencies.evolve(state, recorded.fact());
        }
        var events = new ArrayList<Event>();
        for (var command : List.of(
                new AgencyCommand.OpenOrigin(
                        new AgencyEvent.OriginOpened(opening.origin(), opening.closed(), ground, openedBy)),
                new AgencyCommand.AdoptLedgerKeys(
                        new AgencyEvent.LedgerKeyAdopted(opening.vkeys(), KeyReason.NEW_ORIGIN, clock.instant())))) {
            switch (Agencies.decide(state, command)) {
                case Decision.Accepted(var accepted) -> events.addAll(accepted);
                case Decision.Refused(var refusal) -> throw new OperatorFault(
                        refusal.what().zh() + refusal.next().zh(), refusal.what().en() + " " + refusal.next().en());
            }
        }
        unguarded.append(submission(agency, UUID.randomUUID(), List.of(new StreamAppend(stream, history.size(), events))));
    }

    private UUID stream(String agency) {
        return jdbc.sql("select stream from agency where code = ?").param(agency).query(UUID.class).optional()
                .orElseThrow(() -> new OperatorFault("没有登记机关 " + agency + "。请核对代码。", "Agency " + agency
                        + " is not in the register. Check its code."));
    }

    private Submission submission(String agency, UUID command, List<StreamAppend> appends) {
        return new Submission(agency, command, Actor.system("registry"), clock.instant(), Duration.ZERO, appends);
    }

    /** One agency of the file against the register. */
    private final class Entering {
        private final Registry.Agency agency;
        private final Ledger.Opened opened;
        private final long version;
        private final List<Event> events = new ArrayList<>();
        private final Map<String, PersonId> people = new HashMap<>();
        private AgencyState state = new AgencyState.Absent();

        Entering(Registry.Agency agency, List<org.liuhen.server.journal.Recorded> history, Ledger.Opened opened) {
            this.agency = agency;
            this.opened = opened;
            version = history.size();
            for (var recorded : history) {
                state = Agencies.evolve(state, recorded.fact());
            }
        }

        Optional<Submission> run(UUID stream) {
            if (state instanceof AgencyState.Absent) {
                take(new AgencyCommand.RegisterAgency(
                        new AgencyEvent.AgencyRegistered(agency.code(), agency.name(), agency.superior(), opened.origin())));
                take(new AgencyCommand.AdoptLedgerKeys(
                        new AgencyEvent.LedgerKeyAdopted(opened.vkeys(), KeyReason.FIRST_START, clock.instant())));
            }
            if (!(state instanceof AgencyState.Registered)) return Optional.empty(); // destroyed by law: nothing is entered again
            agency.units().forEach(unit -> take(new AgencyCommand.RegisterUnit(
                    new AgencyEvent.UnitRegistered(unit.code(), unit.name(), unit.kind()))));
            agency.people().forEach(this::person);
            agency.stations().forEach(this::station);
            var appends = new ArrayList<StreamAppend>();
            if (!events.isEmpty()) appends.add(new StreamAppend(stream, version, events));
            agency.devices().forEach(device -> device(device).ifPresent(appends::add));
            return appends.isEmpty() ? Optional.empty()
                    : Optional.of(submission(agency.code().value(), UUID.randomUUID(), appends));
        }

        private AgencyState.Registered register() {
            if (state instanceof AgencyState.Registered register) return register;
            throw new IllegalStateException("begun above");
        }

        private void person(Registry.Person person) {
            var known = register().people().values().stream().filter(other -> other.username().equals(person.username()))
                    .findFirst();
            var id = known.map(AgencyEvent.PersonRegistered::person).orElseGet(() -> new PersonId(UUID.randomUUID()));
            people.put(person.username(), id);
            take(new AgencyCommand.RegisterPerson(
                    new AgencyEvent.PersonRegistered(id, person.username(), person.name(), person.certificate(), person.unit())));
            var today = LocalDate.ofInstant(clock.instant(), ZONE);
            for (var role : person.roles()) {
                var held = register().roles().stream().anyMatch(grant -> grant.person().equals(id) && grant.role() == role);
                if (!held) take(new AgencyCommand.GrantRole(new AgencyEvent.RoleGranted(id, role, today, Optional.empty())));
            }
        }

        private void station(Registry.Station station) {
            var known = register().stations().values().stream().filter(other -> other.number().equals(station.number()))
                    .findFirst();
            var id = known.map(AgencyEvent.StationRegistered::station).orElseGet(() -> new StationId(UUID.randomUUID()));
            take(new AgencyCommand.RegisterStation(
                    new AgencyEvent.StationRegistered(id, station.number(), station.name(), station.unit())));
        }

        private Optional<StreamAppend> device(Registry.Device device) {
            var known = jdbc.sql("select id from device where agency = ? and number = ?")
                    .params(agency.code().value(), device.number().value()).query(UUID.class).optional();
            if (known.isPresent()) return Optional.empty();
            var id = new DeviceId(UUID.randomUUID());
            var decision = Devices.decide(new DeviceState.Absent(), new DeviceCommand.RegisterDevice(
                    new org.liuhen.core.devices.DeviceEvent.DeviceRegistered(
                            id, device.number(), device.kind(), device.unit(), device.officer().map(people::get),
                                    device.serial(), device.model())));
            return switch (decision) {
                case Decision.Accepted(var accepted) -> Optional.of(new StreamAppend(id.value(), 0, List.copyOf(accepted)));
                case Decision.Refused(var refusal) -> throw contradiction(refusal);
            };
        }

        private void take(AgencyCommand command) {
            Decision<AgencyEvent, AgencyRefusal> decision = Agencies.decide(state, command);
            switch (decision) {
                case Decision.Accepted(var accepted) -> accepted.forEach(event -> {
                    state = Agencies.evolve(state, event);
                    events.add(event);
                });
                case Decision.Refused(var refusal) -> throw contradiction(refusal);
            }
        }

        private OperatorFault contradiction(Refusal refusal) {
            var code = agency.code().value();
            return new OperatorFault(
                    "机构登记文件与登记簿不符（" + code + "）：" + refusal.what().zh() + refusal.next().zh(),
                    "The registry file contradicts the register (" + code + "): " + refusal.what().en() + " " + refusal.next()
                            .en());
        }
    }
}
