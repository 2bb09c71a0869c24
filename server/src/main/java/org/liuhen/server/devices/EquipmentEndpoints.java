package org.liuhen.server.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.equipment.EquipmentCommand;
import org.liuhen.core.devices.equipment.EquipmentRules;
import org.liuhen.core.values.Role;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.ActTable;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.acts.PlainJson;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.FindingView;
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
import org.springframework.web.bind.annotation.RestController;

/** What units lack and who answers for devices: the findings of units, acts on them, and the sheet of those who supervise. */
@RestController
@RequestMapping("/api")
class EquipmentEndpoints {

    private static final Comparator<Role> OFFICER_LAST =
            Comparator.<Role, Boolean>comparing(Role.OFFICER::equals).thenComparing(Comparator.naturalOrder());
    private static final Set<Role> ANSWERING = EnumSet.of(Role.UNIT_HEAD, Role.CUSTODIAN, Role.OFFICE, Role.SYSTEM_ADMINISTRATOR);
    private static final Set<Role> USING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICER, Role.OFFICE, Role.SYSTEM_ADMINISTRATOR);

    /** That a facility is mended is taken from whom the agency's text has keep it. */
    static final ActTable ACTS = ActTable.of(
            Act.of(EquipmentCommand.ReportFacilityFault.class, USING, OFFICER_LAST), Act.of(EquipmentCommand.MendFacility.class, USING, OFFICER_LAST))
            .withFindings(ANSWERING);

    private final EquipmentStreams streams;
    private final Oversight oversight;
    private final Register register;
    private final AgencyLaw laws;
    private final InstantSource clock;

    EquipmentEndpoints(EquipmentStreams streams, Oversight oversight, Register register, AgencyLaw laws, InstantSource clock) {
        this.streams = streams;
        this.oversight = oversight;
        this.register = register;
        this.laws = laws;
        this.clock = clock;
    }

    /** The findings of every unit that was counted. */
    record Findings(List<Map<String, Object>> units, List<String> may) {}

    @GetMapping("/units/equipment")
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.FINANCE, Role.SUPERVISION,
        Role.SYSTEM_ADMINISTRATOR})
    Findings findings(Caller caller) {
        var agency = caller.agency();
        var units = new ArrayList<Map<String, Object>>();
        if (!laws.isAdopted(agency)) return new Findings(units, List.of());
        var stations = register.stations(agency);
        for (var unit : register.units(agency)) {
            var id = EquipmentStreams.id(agency, unit.code());
            if (!streams.isCounted(agency, id)) continue;
            var loaded = streams.load(agency, id);
            var known = EquipmentStreams.known(loaded);
            var view = new LinkedHashMap<String, Object>();
            view.put("unit", unit.code());
            view.put("unitName", unit.name());
            view.put("version", loaded.version());
            view.put("stations", stations.stream().filter(station -> station.unit().equals(unit.code())).map(Register.Station::number).toList());
            view.put("faults", PlainJson.all(known.faults()));
            view.put("findings", FindingView.all(known.findings(), EquipmentRules.assess(known, laws.law(agency), clock.instant())));
            units.add(view);
        }
        return new Findings(units, ACTS.open(caller.roles()));
    }

    @PostMapping("/units/{unit}/equipment/acts/{act}")
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.FINANCE, Role.SUPERVISION,
        Role.SYSTEM_ADMINISTRATOR})
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable String unit, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = ACTS.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.read(request.getInputStream());
        var outcome = streams.handle(AskedAct.of(caller.agency(), actor, EquipmentStreams.id(caller.agency(), unit), key, seen,
                AskedAct.Asked.of(act, body)), wanted.read(body));
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }

    @GetMapping("/devices/oversight")
    @MayViewDevices
    Oversight.Sheet oversight(Caller caller) {
        return oversight.of(caller.agency());
    }
}
