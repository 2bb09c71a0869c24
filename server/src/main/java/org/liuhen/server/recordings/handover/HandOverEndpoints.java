package org.liuhen.server.recordings.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.handover.HandOverCommand;
import org.liuhen.core.recordings.handover.MonthlyHandedOver;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.ActTable;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.findings.FindingView;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.recordings.MayView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The regular hand-over: the months, one specialist's list, and the acts on it. */
@RestController
@RequestMapping("/api/hand-overs")
class HandOverEndpoints {

    private static final Set<Role> GIVING = EnumSet.of(Role.OFFICER, Role.CUSTODIAN);
    private static final Set<Role> RECEIVING = EnumSet.of(Role.OFFICE);
    private static final Set<Role> ANSWERING = EnumSet.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD);

    static final ActTable ACTS = ActTable.of(
            Act.of(HandOverCommand.PrepareList.class, GIVING), Act.of(HandOverCommand.DeclareNothing.class, GIVING),
            Act.of(HandOverCommand.ReceiveList.class, RECEIVING), Act.of(HandOverCommand.ReturnList.class, RECEIVING)).withFindings(ANSWERING);

    private final HandOverStreams streams;
    private final HandOverList list;
    private final Register register;
    private final AgencyLaw laws;
    private final InstantSource clock;

    HandOverEndpoints(HandOverStreams streams, HandOverList list, Register register, AgencyLaw laws, InstantSource clock) {
        this.streams = streams;
        this.list = list;
        this.register = register;
        this.laws = laws;
        this.clock = clock;
    }

    /** A person of the register. */
    record Named(UUID id, String name) {}

    /** One specialist of a month. */
    record Line(Named person, String unit, String unitName, long recordings, long bytes, String state, Optional<Instant> receivedAt, int findings) {}

    /** A month. */
    record Month(String month, Instant due, List<Line> specialists) {}

    @GetMapping
    @MayView
    Month month(Caller caller, @RequestParam(required = false) @Nullable String month) {
        var first = first(month == null ? YearMonth.now(clock.withZone(Registrar.ZONE)).toString() : month);
        applies(caller.agency(), first);
        var lines = list.month(caller.agency(), first).stream().map(row -> new Line(named(row.person()), row.unit(), register.unitName(caller.agency(), row.unit()),
                row.recordings(), row.bytes(), row.receivedAt().isPresent() ? "received" : row.state(), row.receivedAt(), row.findings())).toList();
        return new Month(first.toString().substring(0, 7), first.plusMonths(1).atStartOfDay(Registrar.ZONE).toInstant().minusNanos(1), lines);
    }

    @GetMapping("/{month}/{person}")
    @MayView
    ResponseEntity<Map<String, Object>> one(Caller caller, @PathVariable String month, @PathVariable UUID person) {
        var first = first(month);
        applies(caller.agency(), first);
        var loaded = streams.load(caller.agency(), HandOverStreams.id(caller.agency(), first, person));
        var open = HandOverStreams.open(loaded);
        var law = laws.law(caller.agency());
        var view = new LinkedHashMap<String, Object>();
        view.put("month", month);
        view.put("person", named(person));
        view.put("unit", open.opened().unit().value());
        view.put("unitName", register.unitName(caller.agency(), open.opened().unit().value()));
        view.put("due", MonthlyHandedOver.due(open, law));
        view.put("version", loaded.version());
        view.put("recordings", open.offered().isPresent()
                ? list.of(caller.agency(), loaded.id()) : list.toHandOver(caller.agency(), open.opened().unit().value(), loaded.id()));
        view.put("nothing", open.offered().filter(offered -> offered.recordings().isEmpty()).isPresent());
        open.offered().ifPresent(offered -> {
            view.put("preparedAt", offered.at());
            view.put("preparedBy", named(offered.by().value()));
        });
        open.received().ifPresent(received -> {
            view.put("receivedAt", received.at());
            view.put("receivedBy", named(received.facts().by().value()));
        });
        open.returned().ifPresent(returned -> view.put("returned", Map.of("reason", returned.reason(), "by", named(returned.by().value()))));
        view.put("findings", FindingView.all(open.findings(), MonthlyHandedOver.assess(open, law, clock.instant())));
        view.put("may", ACTS.open(caller.roles()));
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(view);
    }

    @PostMapping("/{month}/{person}/acts/{act}")
    @Serves({Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE, Role.SUPERVISION})
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable String month, @PathVariable UUID person, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = ACTS.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.readMaybe(request.getInputStream());
        var id = HandOverStreams.id(caller.agency(), first(month), person);
        var command = wanted.command() == HandOverCommand.PrepareList.class
                ? prepared(caller.agency(), id, ActBody.as(Listing.class, body)) : wanted.read(body);
        var outcome = streams.handle(AskedAct.of(caller.agency(), actor, id, key, seen, AskedAct.Asked.of(act, body)), command);
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }

    /** The recordings of a list; public, so that it is read as a command is. */
    public record Listing(List<UUID> recordings) {
        public Listing {
            recordings = List.copyOf(recordings);
        }
    }

    private Command prepared(String agency, UUID id, Listing asked) {
        var unit = HandOverStreams.open(streams.load(agency, id)).opened().unit().value();
        var lines = list.listed(agency, unit, id, asked.recordings());
        if (lines.size() != Set.copyOf(asked.recordings()).size()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-recording", "清单中有不能移交的音像记录", "The list has recordings that cannot be handed over")
                    .because("它们不属于本机构，或者已经列入别的移交。", "They are not of the unit, or another hand-over lists them.")
                    .next("请刷新后重新选择。", "Reload and choose again.");
        }
        return new HandOverCommand.PrepareList(lines);
    }

    private void applies(String agency, LocalDate month) {
        if (MonthlyHandedOver.applies(laws.law(agency), month)) return;
        throw Problem.of(HttpStatus.NOT_FOUND, "no-monthly-hand-over", "本机关的制度没有规定每月移交", "The agency's text knows no monthly hand-over");
    }

    private static LocalDate first(String month) {
        try {
            return YearMonth.parse(month).atDay(1);
        } catch (DateTimeParseException e) {
            throw Parameters.notUnderstood("month");
        }
    }

    private Named named(UUID person) {
        return new Named(person, register.person(person).map(Register.Person::name).orElse(person.toString()));
    }
}
