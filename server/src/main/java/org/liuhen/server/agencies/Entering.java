package org.liuhen.server.agencies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.agencies.Agencies;
import org.liuhen.core.agencies.AgencyCommand;
import org.liuhen.core.agencies.AgencyEvent;
import org.liuhen.core.agencies.AgencyRefusal;
import org.liuhen.core.agencies.AgencyState;
import org.liuhen.core.agencies.KeyReason;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.formats.law.Phrases;
import org.liuhen.formats.law.Profile;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.ledger.Ledger;

/** One agency of a registry file against the register: only what is missing becomes events. */
final class Entering {

    private final Registry.Agency agency;
    private final Ledger.Opened opened;
    private final Instant now;
    private final long version;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, PersonId> people = new HashMap<>();
    private AgencyState state = new AgencyState.Absent();

    Entering(Registry.Agency agency, List<Recorded> history, Ledger.Opened opened, Instant now) {
        this.agency = agency;
        this.opened = opened;
        this.now = now;
        version = history.size();
        for (var recorded : history) {
            state = Agencies.evolve(state, recorded.fact());
        }
    }

    /**
     * What is to be appended; nothing if the register has it all.
     *
     * @param devices numbers that are in the register
     * @throws OperatorFault if an entry contradicts the register
     */
    List<StreamAppend> run(UUID stream, Set<String> devices) {
        if (state instanceof AgencyState.Absent) {
            take(new AgencyCommand.RegisterAgency(
                    new AgencyEvent.AgencyRegistered(agency.code(), agency.name(), agency.superior(), opened.origin())));
            take(new AgencyCommand.AdoptLedgerKeys(new AgencyEvent.LedgerKeyAdopted(opened.vkeys(), KeyReason.FIRST_START, now)));
        }
        if (!(state instanceof AgencyState.Registered)) return List.of(); // destroyed by law: nothing is entered again
        agency.units().forEach(unit -> take(new AgencyCommand.RegisterUnit(
                new AgencyEvent.UnitRegistered(unit.code(), unit.name(), unit.kind()))));
        agency.people().forEach(this::person);
        agency.stations().forEach(this::station);
        agency.deputies().forEach(this::deputy);
        agency.custodians().forEach(this::custodian);
        agency.entrustments().forEach(this::entrustment);
        agency.profile().ifPresent(this::profile);
        agency.phraseGuide().ifPresent(this::phraseGuide);
        var appends = new ArrayList<StreamAppend>();
        if (!events.isEmpty()) appends.add(new StreamAppend(stream, version, events));
        agency.devices().stream().filter(device -> !devices.contains(device.number().value()))
                .forEach(device -> appends.add(device(device)));
        return appends;
    }

    private AgencyState.Registered register() {
        if (state instanceof AgencyState.Registered register) return register;
        throw new IllegalStateException("begun above");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, Registrar.ZONE);
    }

    private PersonId known(String username) {
        return java.util.Objects.requireNonNull(people.get(username), () -> "the reader lets nobody else through: " + username);
    }

    private void person(Registry.Person person) {
        var known = register().people().values().stream().filter(other -> other.username().equals(person.username()))
                .findFirst();
        var id = known.map(AgencyEvent.PersonRegistered::person).orElseGet(() -> new PersonId(UUID.randomUUID()));
        people.put(person.username(), id);
        var dated = person.certificate().filter(certificate -> certificate.valid().isPresent());
        // Who is known keeps the number he was entered with; a renewed certificate is an entry of its own.
        var number = dated.isPresent() && known.isPresent()
                ? known.get().certificate()
                : person.certificate().map(Registry.Certificate::number);
        take(new AgencyCommand.RegisterPerson(
                new AgencyEvent.PersonRegistered(id, person.username(), person.name(), number, person.unit())));
        for (var role : person.roles()) {
            var held = register().roles().stream()
                    .anyMatch(term -> term.person().equals(id) && term.role() == role.role() && term.deputyFor().isEmpty());
            if (!held) {
                take(new AgencyCommand.GrantRole(
                        new AgencyEvent.RoleGranted(id, role.role(), role.from().orElse(today()), role.to())));
            }
        }
        dated.ifPresent(certificate -> certificate(id, certificate));
    }

    private void certificate(PersonId person, Registry.Certificate certificate) {
        var valid = certificate.valid().orElseThrow();
        var facts = new AgencyEvent.CertificateRegistered(person, certificate.number(), valid.from(), valid.to());
        if (!register().papers().certificates().contains(facts)) take(new AgencyCommand.RegisterCertificate(facts));
    }

    private void deputy(Registry.Deputy deputy) {
        var person = known(deputy.person());
        var of = known(deputy.of());
        var named = register().roles().stream().anyMatch(term ->
                term.person().equals(person) && term.role() == deputy.role() && term.deputyFor().equals(Optional.of(of)));
        if (named) return;
        take(new AgencyCommand.NameDeputy(
                new AgencyEvent.DeputyNamed(person, deputy.role(), of, deputy.from().orElse(today()), deputy.to())));
    }

    private void custodian(Registry.Custodian custodian) {
        var person = known(custodian.person());
        var named = register().papers().custodians().stream().anyMatch(other ->
                other.unit().equals(custodian.unit()) && other.kind() == custodian.kind() && other.person().equals(person));
        if (named) return;
        take(new AgencyCommand.NameCustodian(new AgencyEvent.CustodianNamed(
                custodian.unit(), person, custodian.kind(), custodian.deputy().map(this::known), custodian.from().orElse(today()),
                custodian.to())));
    }

    private void entrustment(Registry.Entrustment entrustment) {
        var facts = new AgencyEvent.EntrustmentRegistered(
                entrustment.unit(), entrustment.body(), entrustment.document(), entrustment.valid().from(), entrustment.valid().to());
        if (!register().papers().entrustments().contains(facts)) take(new AgencyCommand.RegisterEntrustment(facts));
    }

    /** Adopts once: what the program has newer is adopted by a person of the agency. */
    private void profile(Registry.Adoption adoption) {
        var offered = OfferedProfile.of(agency.code());
        var digest = adoption.digest().orElse(offered.digest());
        var earlier = register().papers().profiles();
        if (adoption.digest().isEmpty() ? !earlier.isEmpty() : earlier.stream().anyMatch(one -> one.digest().equals(digest))) return;
        var confirmations = adoption.confirmed().stream()
                .map(one -> new AgencyEvent.Confirmation(one.key(), known(one.by()), one.on().orElse(today()))).toList();
        take(new AgencyCommand.AdoptProfile(
                new AgencyEvent.ProfileAdopted(
                        digest, adoption.from().orElse(today()), adoption.activation(), known(adoption.by()), confirmations),
                offered));
    }

    /** Confirms the product's proposal once; what the agency says differently later is entered by its legal section. */
    private void phraseGuide(Registry.GuideIssue guide) {
        if (!register().papers().phraseGuides().isEmpty()) return;
        var activation = register().papers().profiles().stream().reduce((_, later) -> later)
                .flatMap(AgencyEvent.ProfileAdopted::activation);
        var from = guide.from().orElse(today());
        var rules = Profile.law(agency.code(), activation.or(() -> Optional.of(from))).on(from);
        take(new AgencyCommand.IssuePhraseGuide(
                new AgencyEvent.PhraseGuideIssued(1, from, known(guide.by()), Phrases.shipped().proposed(rules))));
    }

    private void station(Registry.Station station) {
        var known = register().stations().values().stream().filter(other -> other.number().equals(station.number()))
                .findFirst();
        var id = known.map(AgencyEvent.StationRegistered::station).orElseGet(() -> new StationId(UUID.randomUUID()));
        take(new AgencyCommand.RegisterStation(
                new AgencyEvent.StationRegistered(id, station.number(), station.name(), station.unit())));
    }

    private StreamAppend device(Registry.Device device) {
        var id = new DeviceId(UUID.randomUUID());
        var decision = Devices.decide(new DeviceState.Absent(), new DeviceCommand.RegisterDevice(new DeviceRegistered(
                id, device.number(), device.kind(), device.unit(), device.officer().map(people::get), device.serial(), device.model())));
        return switch (decision) {
            case Decision.Accepted(var accepted) -> new StreamAppend(id.value(), 0, List.copyOf(accepted));
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
                "The registry file contradicts the register (" + code + "): " + refusal.what().en() + " " + refusal.next().en());
    }
}
