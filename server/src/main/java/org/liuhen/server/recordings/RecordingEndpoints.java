package org.liuhen.server.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.RecordingCommand.Classify;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Role;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.law.ClassificationKey;
import org.liuhen.formats.law.Profile;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.store.Vaults;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recordings: lists, what is known of one, who did what with it, and its proofs. */
@RestController
@RequestMapping("/api/recordings")
class RecordingEndpoints {

    private static final int WAIT_SECONDS_LIMIT = 10;

    private final RecordingList list;
    private final RecordingStreams streams;
    private final RecordingJobs jobs;
    private final Register register;
    private final Ledger ledger;
    private final Vaults vaults;
    private final NumbersBeside beside;
    private final Secrecy secrecy;

    RecordingEndpoints(
            RecordingList list, RecordingStreams streams, RecordingJobs jobs, Register register, Ledger ledger, Vaults vaults,
            NumbersBeside beside, Secrecy secrecy) {
        this.list = list;
        this.streams = streams;
        this.jobs = jobs;
        this.register = register;
        this.ledger = ledger;
        this.vaults = vaults;
        this.beside = beside;
        this.secrecy = secrecy;
    }

    @GetMapping
    @MayView
    RecordingList.Page list(Caller caller, @RequestParam MultiValueMap<String, String> asked) {
        return list.page(caller.agency(), RecordingQuery.of(caller.agency(), new Parameters(asked)));
    }

    @GetMapping("/{id}")
    @MayView
    ResponseEntity<RecordingDetail> detail(Caller caller, @PathVariable UUID id) {
        var loaded = streams.load(caller.agency(), id);
        RecordingStreams.handedIn(loaded);
        var row = list.row(caller.agency(), id)
            .orElseThrow(() -> new IllegalStateException("in the journal and not in the list: " + id));
        var name = register.agency(caller.agency()).map(Register.Agency::name).orElse(caller.agency());
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"")
            .body(RecordingDetail.of(loaded, row, new RecordingDetail.Named(caller.agency(), name), jobs.of(id),
                    beside.of(caller.agency(), id),
                secrecy.of(caller, id)));
    }

    /** One step of the chain of custody. */
    record Step(
            long version, String type, Optional<Instant> at, Instant recordedAt, Optional<Who> actor, Optional<Long> leafIndex,
            Optional<Map<String, Object>> data, Optional<Boolean> destroyed) {}

    /** Who took a step. */
    record Who(String name, String role, String kind) {}

    /** The chain of custody, oldest first. */
    record Custody(List<Step> items) {}

    @GetMapping("/{id}/custody")
    @MayView
    Custody custody(Caller caller, @PathVariable UUID id) {
        var history = streams.load(caller.agency(), id).history();
        var leaves = ledger.positions(id);
        return new Custody(history.stream().map(recorded -> step(recorded, Optional.ofNullable(leaves.get(recorded.version())))).toList());
    }

    private static Step step(Recorded recorded, Optional<Long> leaf) {
        var event = recorded.fact() instanceof Event known ? Optional.of(known) : Optional.<Event>empty();
        var type = recorded.fact() instanceof org.liuhen.core.values.Destroyed(var name)
            ? name : EventTypes.typeOf(event.orElseThrow());
        return new Step(recorded.version(), type, recorded.context().map(Recorded.Context::occurredAt), recorded.recordedAt(),
            recorded.context().map(context ->
                new Who(context.actor().name(), context.actor().role().word(), context.actor().kind().word())),
            leaf, event.map(known -> plain(EventTypes.data(known))),
            event.isEmpty() ? Optional.of(true) : Optional.empty());
    }

    private static Map<String, Object> plain(Json.Fields fields) {
        return fields.values().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> plain(field.getValue()), (one, _) -> one,
                java.util.TreeMap::new));
    }

    private static Object plain(Json json) {
        return switch (json) {
            case Json.Fields fields -> plain(fields);
            case Json.Items items -> items.values().stream().map(RecordingEndpoints::plain).toList();
            case Json.Text text -> text.value();
            case Json.Whole whole -> whole.value();
            case Json.Flag flag -> flag.value();
        };
    }

    @GetMapping("/{id}/receipt")
    @Serves({Role.STATION, Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE,
        Role.SUPERVISION})
    ResponseEntity<Object> receipt(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        return receipt(caller, id, 1, wait);
    }

    @GetMapping("/{id}/custody/{version}/receipt")
    @Serves({Role.STATION, Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE,
        Role.SUPERVISION})
    ResponseEntity<Object> receipt(
            Caller caller, @PathVariable UUID id, @PathVariable long version, @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        var loaded = streams.load(caller.agency(), id);
        if (version < 1 || version > loaded.version()) throw Problem.notFound("没有这个事件", "There is no such event");
        var seconds = Math.clamp(wait, 0, WAIT_SECONDS_LIMIT);
        var receipt = seconds == 0 ? ledger.receipt(id, version) : ledger.await(id, version, Duration.ofSeconds(seconds));
        if (receipt.isEmpty()) {
            return ResponseEntity.status(HttpStatus.ACCEPTED).header(HttpHeaders.RETRY_AFTER, "1")
                .body(Map.of("state", "pending"));
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;charset=UTF-8")).body(receipt.get());
    }

    /** The values of the agency's own classification keys. */
    record Classification(Map<String, String> keys) {}

    @PostMapping("/{id}/classification")
    @Serves({Role.CUSTODIAN, Role.OFFICER})
    ResponseEntity<Void> classify(
            Caller caller, @PathVariable UUID id, @RequestBody Classification classification,
            @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID command) {
        var keys = Profile.of(new AgencyCode(caller.agency())).classificationKeys().stream().map(ClassificationKey::key)
            .collect(Collectors.toSet());
        var version = streams.handle(caller.agency(), id, command == null ? UUID.randomUUID() : command, caller.actor(),
            Optional.of(versionSeen(seen)), new Classify(classification.keys()), new RecordingContext(keys, false));
        return ResponseEntity.noContent().eTag("\"" + version + "\"").build();
    }

    private static long versionSeen(String etag) {
        try {
            return Long.parseLong(etag.replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("if-match-wrong", "If-Match 不正确", "If-Match is wrong")
                .because("它应是读取详情时得到的 ETag。", "It is the ETag that came with the details.");
        }
    }

    /** Proves a part of the medium. */
    record RangeProof(String sha256, String sm3Tree, long sizeBytes, long leafFrom, long leafTo, List<String> hashes) {}

    @GetMapping("/{id}/range-proof")
    @MayView
    RangeProof proveRange(Caller caller, @PathVariable UUID id, @RequestParam long from, @RequestParam long to)
            throws java.io.IOException {
        var facts = RecordingStreams.handedIn(streams.load(caller.agency(), id)).facts();
        if (from < 0 || from >= to || to > facts.sizeBytes()) {
            throw Problem.badRequest("range-wrong", "范围不正确", "The range is wrong")
                .because("要求 0 ≤ from < to ≤ " + facts.sizeBytes() + "。", "Wanted is 0 ≤ from < to ≤ " + facts.sizeBytes() + ".");
        }
        var proof = vaults.of(caller.agency()).prove(facts.sha256(), from, to);
        var hashes = new ArrayList<String>();
        proof.siblings().forEach(sibling -> hashes.add(Base64.getEncoder().encodeToString(sibling)));
        return new RangeProof(facts.sha256().hex(), facts.sm3Tree().hex(), facts.sizeBytes(), proof.fromLeaf(), proof.toLeaf(),
            hashes);
    }
}
