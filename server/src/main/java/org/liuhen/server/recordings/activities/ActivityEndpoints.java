package org.liuhen.server.recordings.activities;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.activities.Exemption;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.recordings.RecordingList;
import org.liuhen.server.recordings.Secrecy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Field activities: lists, the page of one, what of it was recorded, and the acts on it. */
@RestController
class ActivityEndpoints {

    private final ActivityStreams streams;
    private final ActivityList list;
    private final ActivityBodies bodies;
    private final Candidates candidates;
    private final RecordingList recordings;
    private final ScenePapers papers;
    private final AgencyLaw law;
    private final Register register;
    private final InstantSource clock;

    ActivityEndpoints(ActivityStreams streams, ActivityList list, ActivityBodies bodies, Candidates candidates, RecordingList recordings,
            ScenePapers papers, AgencyLaw law, Register register, InstantSource clock) {
        this.streams = streams;
        this.list = list;
        this.bodies = bodies;
        this.candidates = candidates;
        this.recordings = recordings;
        this.papers = papers;
        this.law = law;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/api/activities")
    @MayViewActivities
    ActivityList.Page list(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        var query = ActivityQuery.of(caller.agency(), new Parameters(asked));
        return list.page(caller.agency(), query, () -> law.law(caller.agency()), units(caller.agency()));
    }

    @GetMapping("/api/activities/{id}")
    @MayViewActivities
    ResponseEntity<Map<String, Object>> view(Caller caller, @PathVariable UUID id, @RequestParam Optional<Instant> asAt) {
        var loaded = loaded(caller, id, asAt);
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(ActivityView.of(loaded, reading(caller, loaded, asAt)));
    }

    @GetMapping("/api/activities/{id}/coverage")
    @MayViewActivities
    Map<String, Object> coverage(Caller caller, @PathVariable UUID id, @RequestParam Optional<Instant> asAt) {
        var loaded = loaded(caller, id, asAt);
        return CoverageView.of(ActivityStreams.known(loaded), reading(caller, loaded, asAt));
    }

    private Loaded<ActivityState> loaded(Caller caller, UUID id, Optional<Instant> asAt) {
        var loaded = asAt.map(moment -> streams.loadAsAt(caller.agency(), id, moment)).orElseGet(() ->
                streams.load(caller.agency(), id));
        var known = ActivityStreams.known(loaded);
        if (known.course().exemption().flatMap(Exemption::secret).isPresent()
                && !Secrecy.concerns(caller, known.opened().unit().value(), there(caller, known))) {
            throw Secrecy.notConcerned();
        }
        return loaded;
    }

    private static boolean there(Caller caller, ActivityState.Known known) {
        return Stream.concat(known.team().officers().stream(), known.opened().officers().stream())
                .anyMatch(officer -> officer.id().value().equals(caller.id()));
    }

    private ActivityReading reading(Caller caller, Loaded<ActivityState> loaded, Optional<Instant> asAt) {
        var agency = caller.agency();
        var people = new HashMap<String, String>();
        register.people(agency).forEach(person -> people.put(person.id().toString(), person.name()));
        var devices = register.devices(agency).stream().collect(Collectors.toMap(Register.Device::id, device -> device));
        var filed = ActivityStreams.known(loaded).evidence().recordings().keySet().stream().map(recording -> recording.value()).toList();
        var rows = recordings.rows(agency, filed).stream().collect(Collectors.toMap(RecordingList.Row::id, row -> row));
        return new ActivityReading(asAt.map(moment -> law.lawAsAt(agency, moment)).orElseGet(() -> law.law(agency)),
                asAt.orElseGet(clock::instant), asAt, people, units(agency), devices, rows,
                papers.of(agency, ActivityStreams.known(loaded)),
                ActivityActs.open(caller.roles(), loaded.state()));
    }

    private Map<String, String> units(String agency) {
        return register.units(agency).stream().collect(Collectors.toMap(Register.Unit::code, Register.Unit::name));
    }

    @GetMapping("/api/activities/{id}/candidates")
    @MayViewActivities
    RecordingList.Unfiled candidates(Caller caller, @PathVariable UUID id) {
        return candidates.of(caller.agency(), ActivityStreams.known(streams.load(caller.agency(), id)));
    }

    /**
     * What was filed at once.
     *
     * @param left candidates that are still there: no more than {@link Candidates#AT_ONCE} are filed by one request
     */
    record Filed(long version, long filed, long left) {}

    @PostMapping("/api/activities/{id}/file-candidates")
    @MayActOnActivities
    ResponseEntity<Filed> fileCandidates(
            Caller caller, @PathVariable UUID id, @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) {
        var asked = ActivityActs.ALL.named(Act.name(ActivityCommand.FileToActivity.class));
        var actor = asked.actor(caller);
        var act = AskedAct.of(caller.agency(), actor, id, key, null, AskedAct.Asked.of("file-candidates", new Json.Fields(Map.of())));
        var outcome = streams.handle(act, loaded -> candidates.commands(caller.agency(), ActivityStreams.known(loaded)));
        var after = streams.load(caller.agency(), id);
        var filed = after.broughtBy(act.key()).stream().filter(fact -> fact instanceof ActivityEvent.FiledToActivity).count();
        var left = candidates.of(caller.agency(), ActivityStreams.known(after)).total();
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(new Filed(outcome.version(), filed, left));
    }

    @PostMapping("/api/activities/{id}/acts/{act}")
    @MayActOnActivities
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable UUID id, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var asked = ActivityActs.ALL.named(act);
        var actor = asked.actor(caller);
        var body = ActBody.readMaybe(request.getInputStream());
        var commands = bodies.commands(asked, caller.agency(), body);
        if (commands.getFirst() instanceof ActivityCommand.OpenActivity open && !open.activity().value().equals(id)) throw ActivityProblems.otherId();
        var on = AskedAct.of(caller.agency(), actor, id, key, seen, AskedAct.Asked.of(act, body));
        var outcome = streams.handle(on, _ -> commands);
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }
}
