package org.liuhen.server.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.DeviceCommand.RegisterDevice;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Devices: the list, one with its whole history, the acts of its life, the quota of units, and what somebody had. */
@RestController
@RequestMapping("/api")
class DeviceEndpoints {

    private static final int HOLDINGS_MAX = 500;
    private static final Set<Role> SEE_EVERYBODY = Set.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE,
            Role.SUPERVISION);

    private final DeviceStreams streams;
    private final DeviceList list;
    private final HandInList handIns;
    private final UnitQuotas quotas;
    private final Oversight oversight;
    private final AgencyLaw law;
    private final Register register;
    private final InstantSource clock;

    DeviceEndpoints(
            DeviceStreams streams, DeviceList list, HandInList handIns, UnitQuotas quotas, Oversight oversight, AgencyLaw law, Register register,
            InstantSource clock) {
        this.streams = streams;
        this.list = list;
        this.handIns = handIns;
        this.quotas = quotas;
        this.oversight = oversight;
        this.law = law;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/devices")
    @MayViewDevices
    DeviceList.Page list(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        return list.page(caller.agency(), DeviceQuery.of(caller.agency(), new Parameters(asked)));
    }

    @GetMapping("/devices/quota")
    @MayViewDevices
    UnitQuotas.Table quota(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        return quotas.table(caller.agency(), asked);
    }

    @GetMapping("/devices/{number}")
    @MayViewDevices
    ResponseEntity<Map<String, Object>> view(Caller caller, @PathVariable String number, @RequestParam Optional<Instant> asAt) {
        var agency = caller.agency();
        var id = device(agency, number).orElseThrow(DeviceProblems::unknown);
        var loaded = asAt.map(moment -> streams.loadAsAt(agency, id, moment)).orElseGet(() -> streams.load(agency, id));
        var rules = asAt.map(moment -> law.lawAsAt(agency, moment)).orElseGet(() -> law.law(agency));
        var moment = asAt.orElseGet(clock::instant);
        var holders = oversight.holders(agency, Optional.of(DeviceStreams.device(loaded).life().keeping().unit().value()));
        var reading = new DeviceView.Reading(rules, moment, list.people(agency), list.units(agency), list.sameSerial(agency, id),
                handIns.arrived(agency, id, moment), DeviceActs.open(caller.roles(), rules.on(LocalDate.ofInstant(moment, rules.zone()))), holders);
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(DeviceView.of(loaded, reading));
    }

    /** What somebody had. */
    record Held(List<DeviceList.Holding> items) {}

    @GetMapping("/people/{id}/devices")
    @MayViewDevices
    Held held(Caller caller, @PathVariable UUID id) {
        if (!id.equals(caller.id()) && caller.roles().stream().noneMatch(SEE_EVERYBODY::contains)) throw DeviceProblems.ownOnly();
        return new Held(list.held(caller.agency(), id, HOLDINGS_MAX));
    }

    @PostMapping("/devices/{number}/acts/{act}")
    @MayActOnDevices
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable String number, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = DeviceActs.ALL.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.read(request.getInputStream());
        var asked = AskedAct.Asked.of(act, body);
        if (wanted.command() == RegisterDevice.class) { // the number is in the address, and the id is new
            return done(registered(caller.agency(), number, body, id -> AskedAct.of(caller.agency(), actor, id, key, seen, asked)));
        }
        var command = wanted.read(body);
        var id = device(caller.agency(), number).orElseThrow(DeviceProblems::unknown);
        return done(streams.handle(AskedAct.of(caller.agency(), actor, id, key, seen, asked), command));
    }

    /** What a device is entered with; its number is in the address. Public, so that it is read as a command is. */
    public record Registering(DeviceKind kind, UnitCode unit, Optional<PersonId> officer, Optional<String> serial, Optional<String> model) {}

    private interface OfDevice {
        AskedAct asked(UUID id);
    }

    /** The second of two who enter one number at once finds the first one's device. */
    private JudgedStreams.Outcome registered(String agency, String number, Json.Fields body, OfDevice act) {
        var wanted = ActBody.as(Registering.class, body);
        if (register.units(agency).stream().noneMatch(unit -> unit.code().equals(wanted.unit().value()))) throw noSuchUnit(wanted.unit());
        if (wanted.officer().filter(person -> register.certificate(person.value()).filter(held -> held.agency().equals(agency)).isEmpty()).isPresent()) {
            throw noOfficer();
        }
        var id = device(agency, number).orElseGet(UUID::randomUUID);
        try {
            return streams.handle(act.asked(id), new RegisterDevice(facts(id, number, wanted)));
        } catch (DuplicateKeyException e) {
            var first = device(agency, number).orElseThrow(() -> e);
            return streams.handle(act.asked(first), new RegisterDevice(facts(first, number, wanted)));
        }
    }

    private static DeviceRegistered facts(UUID id, String number, Registering wanted) {
        return new DeviceRegistered(new DeviceId(id), DeviceProblems.number(number), wanted.kind(), wanted.unit(), wanted.officer(), wanted.serial(),
                wanted.model());
    }

    private static Problem noSuchUnit(UnitCode unit) {
        return Problem.of(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT, "no-such-unit", "没有登记这个机构：" + unit.value(),
                "This unit is not in the register: " + unit.value()).next("请选择已登记的机构。", "Choose a unit of the register.");
    }

    private static Problem noOfficer() {
        return Problem.of(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT, "no-officer", "设备只能交给已登记执法证的执法人员",
                "Devices are given to officers with a certificate in the register").next("请选择执法人员。", "Choose an officer.");
    }

    /** By its number; by its id too, for numbers that no address can hold. */
    private Optional<UUID> device(String agency, String number) {
        return register.device(agency, number).map(Register.Device::id)
                .or(() -> register.devices(agency).stream().map(Register.Device::id).filter(id -> id.toString().equals(number)).findFirst());
    }

    private static ResponseEntity<JudgedStreams.Outcome> done(JudgedStreams.Outcome outcome) {
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }
}
