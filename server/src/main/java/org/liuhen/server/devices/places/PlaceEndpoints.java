package org.liuhen.server.devices.places;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.places.PlaceCommand;
import org.liuhen.core.devices.places.PlaceKind;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.PlaceId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.ActTable;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places with fixed devices: the list, one with its whole history, and the acts on it. docs/formats.md, section 2.13. */
@RestController
@RequestMapping("/api/places")
class PlaceEndpoints {

    private static final Set<Role> KEEPING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICE);
    private static final Set<Role> LOOKING = EnumSet.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICE);

    static final ActTable ACTS = ActTable.of(
            Act.of(PlaceCommand.RegisterPlace.class, KEEPING), Act.of(PlaceCommand.AmendPlace.class, KEEPING),
            Act.of(PlaceCommand.PlaceCamera.class, KEEPING), Act.of(PlaceCommand.TakeCameraAway.class, KEEPING),
            Act.of(PlaceCommand.CheckSurveillance.class, LOOKING), Act.of(PlaceCommand.ClosePlace.class, KEEPING)).withFindings(LOOKING);

    private final PlaceStreams streams;
    private final PlaceList list;
    private final Register register;
    private final AgencyLaw laws;
    private final InstantSource clock;

    PlaceEndpoints(PlaceStreams streams, PlaceList list, Register register, AgencyLaw laws, InstantSource clock) {
        this.streams = streams;
        this.list = list;
        this.register = register;
        this.laws = laws;
        this.clock = clock;
    }

    /** All places. @param may the acts that the reader may ask for */
    record Page(List<PlaceList.Row> items, List<String> may) {}

    @GetMapping
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.FINANCE, Role.SUPERVISION})
    Page list(Caller caller) {
        return new Page(list.all(caller.agency()), ACTS.open(caller.roles()));
    }

    @GetMapping("/{id}")
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.FINANCE, Role.SUPERVISION})
    ResponseEntity<Map<String, Object>> view(Caller caller, @PathVariable UUID id, @RequestParam Optional<Instant> asAt) {
        var agency = caller.agency();
        var loaded = asAt.map(moment -> streams.loadAsAt(agency, id, moment)).orElseGet(() -> streams.load(agency, id));
        var rules = asAt.map(moment -> laws.lawAsAt(agency, moment)).orElseGet(() -> laws.law(agency));
        var people = register.people(agency).stream().collect(Collectors.toMap(Register.Person::id, Register.Person::name));
        var units = register.units(agency).stream().collect(Collectors.toMap(Register.Unit::code, Register.Unit::name));
        var reading = new PlaceView.Reading(rules, asAt.orElseGet(clock::instant), people, units, list.of(agency, id), list.free(agency),
                ACTS.open(caller.roles()));
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(PlaceView.of(loaded, reading));
    }

    @PostMapping("/{id}/acts/{act}")
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.SUPERVISION})
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable UUID id, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = ACTS.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.read(request.getInputStream());
        var command = command(wanted, id, body);
        var outcome = streams.handle(AskedAct.of(caller.agency(), actor, id, key, seen, AskedAct.Asked.of(act, body)), command);
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }

    /** What a place is entered with; its id is in the address. Public, so that it is read as a command is. */
    public record Registering(PlaceKind kind, String name, UnitCode unit, Optional<Boolean> districtServiceHall, LocalDate inUseFrom) {}

    /** How a place is amended; only a window is asked whether it is in the service hall. */
    public record Amending(String name, UnitCode unit, Optional<Boolean> districtServiceHall) {}

    private static Command command(Act act, UUID id, Json.Fields body) {
        if (act.command() == PlaceCommand.RegisterPlace.class) {
            var wanted = ActBody.as(Registering.class, body);
            return new PlaceCommand.RegisterPlace(new PlaceId(id), wanted.kind(), wanted.name(), wanted.unit(),
                    wanted.districtServiceHall().orElse(false), wanted.inUseFrom());
        }
        if (act.command() == PlaceCommand.AmendPlace.class) {
            var wanted = ActBody.as(Amending.class, body);
            return new PlaceCommand.AmendPlace(wanted.name(), wanted.unit(), wanted.districtServiceHall().orElse(false));
        }
        return act.read(body);
    }
}
