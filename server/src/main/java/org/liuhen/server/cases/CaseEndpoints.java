package org.liuhen.server.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.LifeStatus;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.PersonId;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: lists, the page of one, its trace, and the acts on it. */
@RestController
@RequestMapping("/api/cases")
class CaseEndpoints {

    private final CaseStreams streams;
    private final CaseList list;
    private final CaseLaw law;
    private final CaseTrace trace;
    private final CaseDocuments documents;
    private final RecordingOnFile recordings;
    private final CaseVault vault;
    private final Register register;
    private final InstantSource clock;

    CaseEndpoints(CaseStreams streams, CaseList list, CaseLaw law, CaseTrace trace, CaseDocuments documents, RecordingOnFile recordings,
            CaseVault vault, Register register, InstantSource clock) {
        this.streams = streams;
        this.list = list;
        this.law = law;
        this.trace = trace;
        this.documents = documents;
        this.recordings = recordings;
        this.vault = vault;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping
    @MayViewCases
    CaseList.Page list(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        return list.page(caller.agency(), CaseQuery.of(caller.agency(), new Parameters(asked)));
    }

    @GetMapping("/{id}")
    @MayViewCases
    ResponseEntity<Map<String, Object>> view(Caller caller, @PathVariable UUID id, @RequestParam Optional<Instant> asAt) {
        var now = streams.load(caller.agency(), id);
        var loaded = asAt.map(moment -> streams.loadAsAt(caller.agency(), id, moment)).orElse(now);
        var rules = asAt.map(moment -> law.lawAsAt(caller.agency(), moment)).orElseGet(() -> law.law(caller.agency()));
        var moment = asAt.orElseGet(clock::instant);
        var people = new HashMap<String, String>();
        register.people(caller.agency()).forEach(person -> people.put(person.id().toString(), person.name()));
        var units = new HashMap<String, String>();
        register.units(caller.agency()).forEach(unit -> units.put(unit.code(), unit.name()));
        var reading = new CaseView.Reading(rules, moment, asAt, handles(caller, now), people, units,
                streams.assess(rules, loaded.begun(), moment),
                CaseActs.open(caller.roles(), loaded.begun().life().status() instanceof LifeStatus.Ended));
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(CaseView.of(loaded, reading));
    }

    /** Whether the caller handles the case today. */
    static boolean handles(Caller caller, CaseStreams.Loaded now) {
        return now.begun().life().isHandler(new PersonId(caller.id()));
    }

    /** One chronological trace. */
    record Trace(List<CaseTrace.Step> items) {}

    @GetMapping("/{id}/trace")
    @MayViewCases
    Trace trace(Caller caller, @PathVariable UUID id, @RequestParam Optional<Instant> asAt) {
        var now = streams.load(caller.agency(), id);
        var events = now.history().stream().filter(recorded -> asAt.isEmpty() || !recorded.recordedAt().isAfter(asAt.get()));
        return new Trace(trace.steps(id, events, handles(caller, now)));
    }

    /** What happened between two moments: after the first, up to and with the second. */
    @GetMapping("/{id}/differences")
    @MayViewCases
    Trace differences(Caller caller, @PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to) {
        if (to.isBefore(from)) {
            throw Problem.badRequest("parameter-wrong", "查询条件无法理解", "A parameter is not understood")
                    .because("“to”早于“from”。", "\"to\" is before \"from\".").with("parameter", "to");
        }
        var now = streams.load(caller.agency(), id);
        var events = now.history().stream().filter(recorded -> recorded.recordedAt().isAfter(from) && !recorded.recordedAt().isAfter(to));
        return new Trace(trace.steps(id, events, handles(caller, now)));
    }

    @PostMapping("/{id}/acts/{act}")
    @MayActOnCases
    ResponseEntity<CaseStreams.Outcome> act(
            Caller caller, @PathVariable UUID id, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var asked = CaseActs.ALL.named(act);
        var actor = asked.actor(caller);
        var body = ActBody.read(request.getInputStream());
        var command = command(asked, caller.agency(), id, body);
        if (seen == null && command instanceof DocumentCommand.SaveDraft) throw versionNeeded();
        if (command instanceof LifeCommand.MergeCase merge && !merge.into().value().equals(id)) streams.goesOn(caller.agency(), merge.into().value());
        for (var digest : NamedObjects.in(command)) {
            if (!vault.has(caller.agency(), digest)) throw noSuchObject(digest.toString());
        }
        var on = AskedAct.of(caller.agency(), actor, id, key, seen, AskedAct.Asked.of(act, body));
        return done(command instanceof DocumentCommand.VoidDocument c
                ? documents.voidDocument(on, c) : streams.handle(on, _ -> CasePlan.Step.of(command)));
    }

    private Command command(Act asked, String agency, UUID id, Json.Fields body) {
        if (asked.command() == ProcessCommand.FileRecording.class) {
            return recordings.command(agency, ActBody.as(RecordingOnFile.Asked.class, body));
        }
        var command = asked.read(body);
        if (command instanceof LifeCommand.OpenCase open && !open.id().value().equals(id)) {
            throw Problem.badRequest("body-wrong", "请求的内容无法理解", "The request cannot be understood")
                    .because("body.id 与地址中的编号不同。", "body.id is not the id of the address.").with("path", "body.id");
        }
        return command;
    }

    /** The answer to an act: the version after it. */
    static ResponseEntity<CaseStreams.Outcome> done(CaseStreams.Outcome outcome) {
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }

    private static Problem versionNeeded() {
        return Problem.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing", "缺少所依据的版本", "The version that was seen is missing")
                .because("替换文书内容时须在 If-Match 中写明读取时的 ETag。", "Replacing a text needs the ETag that came with it, as If-Match.");
    }

    private static Problem noSuchObject(String digest) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-object", "引用的图片或者附件不存在", "A picture or attachment that is named is not there")
                .because(digest, digest).next("请重新上传后再提交。", "Upload it again, then send this again.");
    }
}
