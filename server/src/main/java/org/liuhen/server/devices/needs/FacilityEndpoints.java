package org.liuhen.server.devices.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.devices.needs.NeedCommand;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.devices.needs.SpecialNeedMet;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.ActTable;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each unit is equipped with, and its special need. docs/formats.md, section 2.14. */
@RestController
@RequestMapping("/api/facilities")
class FacilityEndpoints {

    private static final Set<Role> STATING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICE);

    static final ActTable ACTS = ActTable.of(Act.of(NeedCommand.StateSpecialNeed.class, STATING)).withFindings(STATING);

    private final NeedStreams streams;
    private final UnitFacilities facilities;
    private final Register register;
    private final AgencyLaw laws;
    private final InstantSource clock;

    FacilityEndpoints(NeedStreams streams, UnitFacilities facilities, Register register, AgencyLaw laws, InstantSource clock) {
        this.streams = streams;
        this.facilities = facilities;
        this.register = register;
        this.laws = laws;
        this.clock = clock;
    }

    /** All units. @param may the acts that the reader may ask for */
    record Page(List<Map<String, Object>> items, List<String> may) {}

    @GetMapping
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.FINANCE, Role.SUPERVISION})
    Page overview(Caller caller) {
        var agency = caller.agency();
        var devices = facilities.devices(agency);
        var places = facilities.places(agency);
        var stated = facilities.stated(agency);
        return new Page(register.units(agency).stream().map(unit -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("unit", unit.code());
            row.put("unitName", unit.name());
            row.put("devices", devices.getOrDefault(unit.code(), List.of()));
            row.put("places", places.getOrDefault(unit.code(), List.of()));
            if (stated.contains(unit.code())) need(agency, unit.code(), row);
            return (Map<String, Object>) row;
        }).toList(), ACTS.open(caller.roles()));
    }

    private void need(String agency, String unit, Map<String, Object> row) {
        if (!(streams.load(agency, NeedStreams.id(agency, unit)).state() instanceof Stated known)) return;
        row.put("needs", words(known.need().capabilities()));
        row.put("lacking", words(known.lacking()));
        row.put("why", known.need().why());
        row.put("findings", FindingView.all(known.findings(), SpecialNeedMet.assess(known, laws.law(agency), clock.instant())));
    }

    private static List<String> words(List<Capability> capabilities) {
        return capabilities.stream().map(Capability::word).toList();
    }

    @PostMapping("/{unit}/acts/{act}")
    @Serves({Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.SUPERVISION})
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable String unit, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = ACTS.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.read(request.getInputStream());
        var command = wanted.command() == NeedCommand.StateSpecialNeed.class ? stated(unit, body) : wanted.read(body);
        if (register.units(caller.agency()).stream().noneMatch(known -> known.code().equals(unit))) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-unit", "没有登记这个机构", "This unit is not in the register")
                    .next("请选择已登记的机构。", "Choose a unit of the register.");
        }
        var asked = AskedAct.of(caller.agency(), actor, NeedStreams.id(caller.agency(), unit), key, seen, AskedAct.Asked.of(act, body));
        var outcome = streams.handle(asked, command);
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }

    /** What the unit's work needs; the unit is in the address. Public, so that it is read as a command is. */
    public record Stating(List<Capability> capabilities, String why) {
        public Stating {
            capabilities = List.copyOf(capabilities);
        }
    }

    private static Command stated(String unit, Json.Fields body) {
        var wanted = ActBody.as(Stating.class, body);
        return new NeedCommand.StateSpecialNeed(new UnitCode(unit), wanted.capabilities(), wanted.why());
    }
}
