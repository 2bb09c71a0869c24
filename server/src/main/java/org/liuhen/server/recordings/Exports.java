package org.liuhen.server.recordings;

import static org.liuhen.core.values.Role.CUSTODIAN;
import static org.liuhen.core.values.Role.LEGAL_SECTION;
import static org.liuhen.core.values.Role.PERSON_IN_CHARGE;
import static org.liuhen.core.values.Role.SYSTEM;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.ExportForm;
import org.liuhen.core.recordings.RecordingCommand.Export;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;
import org.liuhen.formats.recordings.Manifest;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.store.Vaults;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Giving recordings out: the journal has it before the first byte leaves. Bundles as docs/formats.md, section 5, streamed as a
 * tar.
 */
@RestController
@RequestMapping("/api/recordings/{id}/exports")
class Exports {

    private static final Duration CHECKPOINT_WAIT = Duration.ofSeconds(10);
    private static final String FORMATS = "/org/liuhen/server/recordings/formats.md";
    private static final String README = "/org/liuhen/server/recordings/bundle-README.txt";

    private final RecordingStreams streams;
    private final Journal journal;
    private final Ledger ledger;
    private final Vaults vaults;
    private final InstantSource clock;

    Exports(RecordingStreams streams, Journal journal, Ledger ledger, Vaults vaults, InstantSource clock) {
        this.streams = streams;
        this.journal = journal;
        this.ledger = ledger;
        this.vaults = vaults;
        this.clock = clock;
    }

    /** In what form and why. */
    record Wanted(String to, Optional<String> purpose) {}

    /** Where it can be fetched. */
    record Ready(UUID export, List<File> files) {}

    /** One thing to fetch. */
    record File(String path, String url) {}

    @PostMapping
    @Serves({CUSTODIAN, LEGAL_SECTION, PERSON_IN_CHARGE, SYSTEM})
    ResponseEntity<Ready> export(
            Caller asking, @PathVariable UUID id, @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID command) {
        var caller = streams.within(asking, id);
        var form = form(wanted.to());
        var export = command == null ? UUID.randomUUID() : command;
        var facts = RecordingStreams.handedIn(streams.load(caller.agency(), id)).facts();
        streams.handle(caller.agency(), id, export, caller.actor(), Optional.empty(), new Export(form, wanted.purpose()),
            RecordingContext.none());
        var base = "/api/recordings/" + id + "/exports/" + export;
        var file = switch (form) {
            case BUNDLE -> new File(id + ".tar", base + "/bundle.tar");
            case DOWNLOAD -> new File(facts.name(), base + "/original");
        };
        return ResponseEntity.status(HttpStatus.CREATED).body(new Ready(export, List.of(file)));
    }

    @GetMapping("/{export}/original")
    @Serves({CUSTODIAN, LEGAL_SECTION, PERSON_IN_CHARGE})
    void original(Caller caller, @PathVariable UUID id, @PathVariable UUID export, HttpServletResponse response)
            throws IOException {
        requireExport(caller, id, export);
        var facts = RecordingStreams.handedIn(streams.load(caller.agency(), id)).facts();
        attachment(response, facts.name(), "application/octet-stream");
        response.setContentLengthLong(facts.sizeBytes());
        try (var media = open(caller.agency(), facts.sha256())) {
            media.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/{export}/bundle.tar")
    @Serves({CUSTODIAN, LEGAL_SECTION, PERSON_IN_CHARGE, SYSTEM})
    void bundle(Caller asking, @PathVariable UUID id, @PathVariable UUID export, HttpServletResponse response)
            throws IOException, InterruptedException {
        var caller = streams.within(asking, id);
        requireExport(caller, id, export);
        var loaded = streams.load(caller.agency(), id);
        var facts = RecordingStreams.handedIn(loaded).facts();
        var small = smallFiles(caller.agency(), loaded);
        var medium = "original/" + fileName(facts);
        var manifest = manifest(caller.agency(), facts, small, medium).write();
        attachment(response, id + ".tar", "application/x-tar");
        var tar = new TarStream(response.getOutputStream(), clock.instant());
        tar.file(id + "/manifest.json", manifest);
        for (var file : small.entrySet()) tar.file(id + "/" + file.getKey(), file.getValue());
        try (var media = open(caller.agency(), facts.sha256())) {
            tar.file(id + "/" + medium, facts.sizeBytes(), media);
        }
        tar.end();
    }

    private InputStream open(String agency, Digest sha256) throws IOException {
        return Channels.newInputStream(vaults.of(agency).open(sha256));
    }

    /** All but the medium and the manifest, by path. */
    private Map<String, byte[]> smallFiles(String agency, Loaded<RecordingState> loaded)
            throws IOException, InterruptedException {
        var files = new TreeMap<String, byte[]>();
        // then the earlier ones are in it too
        if (ledger.await(loaded.id(), loaded.version(), CHECKPOINT_WAIT).isEmpty()) throw notYetProven();
        for (var recorded : loaded.history()) {
            var receipt = ledger.receipt(loaded.id(), recorded.version()).orElseThrow(Exports::notYetProven);
            files.put("custody/%06d.receipt".formatted(recorded.version()), receipt);
        }
        files.put("vkeys.txt", (String.join("\n", ledger.verifierKeys(agency)) + "\n").getBytes(StandardCharsets.UTF_8));
        files.put("formats.md", resource(FORMATS));
        files.put("README.txt", resource(README));
        return files;
    }

    private Manifest manifest(String agency, RecordingHandedIn facts, Map<String, byte[]> small, String medium) {
        var files = new ArrayList<Manifest.File>();
        small.forEach((path, bytes) -> files.add(new Manifest.File(path, sha256(bytes), bytes.length)));
        files.add(new Manifest.File(medium, facts.sha256(), facts.sizeBytes()));
        files.sort(Comparator.comparing(Manifest.File::path));
        var origin = ledger.state(agency).orElseThrow(() -> new IllegalStateException("no ledger of " + agency)).origin();
        return new Manifest(new AgencyCode(agency), clock.instant().truncatedTo(ChronoUnit.MILLIS), files, medium, origin,
            new RecordingId(facts.recording().value()));
    }

    /** The file's own name where it can be a file's name everywhere, else the recording's id. */
    static String fileName(RecordingHandedIn facts) {
        var raw = new String(facts.nameBytes().bytes(), StandardCharsets.UTF_8);
        var slash = Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\'));
        var name = raw.substring(slash + 1);
        var fits = slash < 0 && name.equals(DisplayName.ofFile(name)) && !name.contains("\uFFFD") && !name.startsWith(".")
            && name.getBytes(StandardCharsets.UTF_8).length <= 255;
        return fits ? name : facts.recording().toString();
    }

    /** Only what is in the journal may leave: an export that nobody recorded is not an export. */
    private void requireExport(Caller caller, UUID id, UUID export) {
        var recorded = journal.outcome(caller.agency(), export).filter(outcome -> outcome.version(id) > 0
            && outcome.recorded().stream().allMatch(event -> event.context().filter(context -> isSame(caller, context.actor()))
                .isPresent()));
        if (recorded.isEmpty()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "export-needed", "需要先登记提供", "The export must be recorded first")
                .next("请先提交导出登记。", "Ask for the export first.");
        }
    }

    private static boolean isSame(Caller caller, Actor actor) {
        return actor.kind() == caller.kind() && actor.id().equals(caller.actor().id());
    }

    private static ExportForm form(String word) {
        for (var form : ExportForm.values()) {
            if (form.word().equals(word)) return form;
        }
        throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "export-form-unknown", "没有这种导出形式", "There is no such form of export")
            .because("可用：bundle、download。", "There are bundle and download.");
    }

    private static Problem notYetProven() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-yet-proven", "账本尚未签名", "The ledger has not signed yet")
            .next("请稍候再试。", "Try again in a moment.").retryAfter(Duration.ofSeconds(2));
    }

    private static void attachment(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            org.springframework.http.ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Exports.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static Digest sha256(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
