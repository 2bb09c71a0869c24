package org.liuhen.server.recordings.custody;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Role;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.recordings.MayView;
import org.liuhen.server.recordings.RecordingStreams;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Storing, handing over and filing of recordings: one, several at once, and the board of all. */
@RestController
class CustodyEndpoints {

    /** The most recordings of one request. */
    private static final int AT_ONCE = 500;

    private final RecordingStreams streams;
    private final CustodyView view;
    private final CustodyColumns columns;
    private final Filing filing;
    private final Balance balance;
    private final InstantSource clock;

    CustodyEndpoints(RecordingStreams streams, CustodyView view, CustodyColumns columns, Filing filing, Balance balance,
            InstantSource clock) {
        this.streams = streams;
        this.view = view;
        this.columns = columns;
        this.filing = filing;
        this.balance = balance;
        this.clock = clock;
    }

    @GetMapping("/api/recordings/{id}/storing")
    @MayView
    ResponseEntity<Map<String, Object>> storing(Caller caller, @PathVariable UUID id) {
        var loaded = streams.load(caller.agency(), id);
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(view.of(caller, loaded));
    }

    @GetMapping("/api/recordings-board")
    @MayView
    CustodyColumns.Board board(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        return columns.board(caller.agency(), new Parameters(asked));
    }

    @GetMapping("/api/balance")
    @MayView
    Balance.Sheet balance(Caller caller, @RequestParam String unit, @RequestParam(required = false) @Nullable LocalDate day) {
        return balance.of(caller.agency(), unit, day == null ? LocalDate.ofInstant(clock.instant(), Registrar.ZONE) : day);
    }

    @PostMapping("/api/recordings/{id}/acts/{act}")
    @MayActOnRecordings
    ResponseEntity<JudgedStreams.Outcome> act(
            Caller caller, @PathVariable UUID id, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = CustodyActs.ALL.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.readMaybe(request.getInputStream());
        var command = wanted.read(body);
        var outcome = streams.handle(AskedAct.of(caller.agency(), actor, id, key, seen, AskedAct.Asked.of(act, body)), command);
        return ResponseEntity.ok().eTag("\"" + outcome.version() + "\"").body(outcome);
    }

    /** A recording of several that the act was refused for. */
    record Refused(UUID recording, String code, String title, String titleEn, Optional<String> next, Optional<String> nextEn) {
        private static Refused of(UUID recording, Problem problem) {
            return new Refused(recording, problem.code(), problem.title().zh(), problem.title().en(),
                    problem.next().map(words -> words.zh()), problem.next().map(words -> words.en()));
        }
    }

    /** What came of an act on several recordings: each is done wholly or not at all. */
    record Done(int done, List<Refused> refused) {}

    @PostMapping("/api/recordings/acts/{act}")
    @MayActOnRecordings
    Done actOnAll(
            Caller caller, @PathVariable String act, HttpServletRequest request,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var wanted = CustodyActs.ALL.named(act);
        var actor = wanted.actor(caller);
        var body = ActBody.read(request.getInputStream());
        var recordings = recordings(body);
        var rest = new TreeMap<>(body.values());
        rest.remove("recordings");
        var fields = new Json.Fields(rest);
        var command = wanted.read(fields);
        return each(recordings, id -> streams.handle(asked(caller, actor, id, key, act, fields), command));
    }

    @PostMapping("/api/recordings/file-suggested")
    @Serves({Role.CUSTODIAN, Role.OFFICER})
    Done fileSuggested(Caller caller, HttpServletRequest request, @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key)
            throws IOException {
        var body = ActBody.read(request.getInputStream());
        return each(recordings(body), id -> filing.take(caller, id, one(key, id)));
    }

    private static AskedAct asked(Caller caller, Actor actor, UUID id, @Nullable UUID key, String act, Json.Fields fields) {
        return AskedAct.of(caller.agency(), actor, id, key == null ? null : one(key, id), null, AskedAct.Asked.of(act, fields));
    }

    /** Each recording has a key of its own that follows from the request's: repeated, the request does nothing twice. */
    private static UUID one(@Nullable UUID key, UUID id) {
        return key == null ? UUID.randomUUID() : UUID.nameUUIDFromBytes((key + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    private static Done each(List<UUID> recordings, Consumer<UUID> act) {
        var done = 0;
        var refused = new ArrayList<Refused>();
        for (var id : recordings) {
            try {
                act.accept(id);
                done++;
            } catch (Problem problem) {
                refused.add(Refused.of(id, problem));
            }
        }
        return new Done(done, refused);
    }

    private static List<UUID> recordings(Json.Fields body) {
        if (!(body.values().get("recordings") instanceof Json.Items items) || items.values().isEmpty() || items.values().size() > AT_ONCE) {
            throw wrong();
        }
        var ids = new LinkedHashSet<UUID>();
        for (var item : items.values()) {
            try {
                ids.add(item instanceof Json.Text text ? UUID.fromString(text.value()) : raise());
            } catch (IllegalArgumentException e) {
                throw wrong();
            }
        }
        return List.copyOf(ids);
    }

    private static UUID raise() {
        throw wrong();
    }

    private static Problem wrong() {
        return Problem.badRequest("body-wrong", "请求的内容无法理解", "The request cannot be understood")
                .because("recordings 是 1 到 " + AT_ONCE + " 条音像记录的编号。", "recordings is a list of 1 to " + AT_ONCE + " ids of recordings.")
                .next("请重新选择音像记录。", "Choose the recordings again.").with("path", "body.recordings");
    }
}
