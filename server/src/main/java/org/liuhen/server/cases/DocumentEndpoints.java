package org.liuhen.server.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.ActBody;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Documents of a case: their text, numbers, seals, scans, and the paper. */
@RestController
@RequestMapping("/api/cases/{id}")
class DocumentEndpoints {

    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private static final Json.Fields NOTHING = new Json.Fields(Map.of());

    private final CaseStreams streams;
    private final CaseDocuments documents;
    private final CaseVault vault;

    DocumentEndpoints(CaseStreams streams, CaseDocuments documents, CaseVault vault) {
        this.streams = streams;
        this.documents = documents;
        this.vault = vault;
    }

    @GetMapping("/documents/{document}")
    @MayViewCases
    ResponseEntity<Map<String, Object>> document(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document, @RequestParam Optional<Instant> asAt) {
        var now = streams.load(caller.agency(), id);
        var loaded = asAt.map(moment -> streams.loadAsAt(caller.agency(), id, moment)).orElse(now);
        var found = CaseDocuments.document(loaded.begun(), new DocumentId(document));
        return ResponseEntity.ok().eTag("\"" + loaded.version() + "\"").body(documents.view(found, loaded, CaseEndpoints.handles(caller, now)));
    }

    @PostMapping("/documents/{document}/lock")
    @MayWriteDocuments
    ResponseEntity<CaseDocuments.Rendered> lock(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) {
        return rendered(documents.lock(act(caller, id, key, seen, asked("lock", document, NOTHING)), new DocumentId(document)));
    }

    @PostMapping("/documents/{document}/alter")
    @MayWriteDocuments
    ResponseEntity<CaseDocuments.Rendered> alter(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var body = ActBody.read(request.getInputStream());
        var values = ActBody.as(DocumentBodies.Altered.class, body).values();
        return rendered(documents.alter(act(caller, id, key, seen, asked("alter", document, body)), new DocumentId(document), values));
    }

    private static ResponseEntity<CaseDocuments.Rendered> rendered(CaseDocuments.Rendered rendered) {
        return ResponseEntity.ok().eTag("\"" + rendered.version() + "\"").body(rendered);
    }

    @PostMapping("/documents/{document}/number")
    @MayWriteDocuments
    ResponseEntity<CaseStreams.Outcome> number(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var body = ActBody.readMaybe(request.getInputStream());
        var blank = ActBody.as(DocumentBodies.Numbered.class, body).blank();
        return CaseEndpoints.done(documents.number(act(caller, id, key, seen, asked("number", document, body)), new DocumentId(document),
                blank.map(OptionalLong::of).orElse(OptionalLong.empty())));
    }

    @PostMapping("/documents/{document}/seal")
    @MayWriteDocuments
    ResponseEntity<CaseStreams.Outcome> seal(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var body = ActBody.read(request.getInputStream());
        var issued = ActBody.as(DocumentBodies.Issued.class, body).issuedOn();
        return CaseEndpoints.done(documents.seal(act(caller, id, key, seen, asked("seal", document, body)), new DocumentId(document), issued));
    }

    @PostMapping("/documents/{document}/scan")
    @MayWriteDocuments
    ResponseEntity<CaseStreams.Outcome> scan(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document, @RequestParam MultipartFile file,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestHeader(name = AskedAct.KEY, required = false) @Nullable UUID key) throws IOException {
        var scan = UploadedFile.scan(file);
        var asked = new AskedAct.Asked("scan " + document, CaseVault.name(scan.bytes()));
        return CaseEndpoints.done(documents.scan(act(caller, id, key, seen, asked), new DocumentId(document), scan.bytes(), scan.pages()));
    }

    /** The name of something that was uploaded, for the act that needs it. */
    record Kept(String digest, int pages) {}

    @PostMapping("/pictures")
    @MayWriteDocuments
    Kept picture(Caller caller, @PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        streams.load(caller.agency(), id);
        return kept(caller, UploadedFile.picture(file));
    }

    @PostMapping("/attachments")
    @MayActOnCases
    Kept attachment(Caller caller, @PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        streams.load(caller.agency(), id);
        return kept(caller, UploadedFile.scan(file));
    }

    private Kept kept(Caller caller, UploadedFile file) {
        return new Kept(vault.keep(caller.agency(), file.bytes()).toString(), file.pages());
    }

    @GetMapping("/documents/{document}/paper")
    @MayViewCases
    ResponseEntity<byte[]> paper(
            Caller caller, @PathVariable UUID id, @PathVariable UUID document, @RequestParam Optional<Integer> version,
            @RequestParam(defaultValue = "0") int draft, @RequestParam Optional<Instant> asAt) {
        var now = streams.load(caller.agency(), id);
        var loaded = asAt.map(moment -> streams.loadAsAt(caller.agency(), id, moment)).orElse(now);
        var found = CaseDocuments.document(loaded.begun(), new DocumentId(document));
        var hidden = !CaseEndpoints.handles(caller, now) && new InformantPapers(now.history()).has(found.id());
        return file(documents.paper(caller.agency(), loaded, found, version, draft == 1, hidden),
                ContentDisposition.inline().filename(CaseDocuments.fileName(found, version), StandardCharsets.UTF_8).build());
    }

    /** A picture, scan or attachment that an event of this very case names. */
    @GetMapping("/objects/{digest}")
    @MayViewCases
    ResponseEntity<byte[]> object(Caller caller, @PathVariable UUID id, @PathVariable String digest) {
        var now = streams.load(caller.agency(), id);
        var naming = now.history().stream().filter(recorded -> NamedObjects.in(recorded.fact()).stream().anyMatch(one -> one.toString().equals(digest))).toList();
        if (naming.isEmpty()) throw Problem.notFound("本案没有这份文件", "The case has no such file");
        var papers = new InformantPapers(now.history());
        if (!CaseEndpoints.handles(caller, now) && naming.stream().anyMatch(recorded -> papers.tells(recorded.fact()))) throw InformantPapers.closed();
        return file(vault.get(caller.agency(), Digest.parse(digest)), ContentDisposition.inline().build());
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, ContentDisposition shown) {
        return ResponseEntity.ok().contentType(UploadedFile.Type.of(bytes).media()).cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", NOTHING_RUNS).header(HttpHeaders.CONTENT_DISPOSITION, shown.toString()).body(bytes);
    }

    private static AskedAct.Asked asked(String what, UUID document, Json.Fields body) {
        return AskedAct.Asked.of(what + " " + document, body);
    }

    private static AskedAct act(Caller caller, UUID id, @Nullable UUID key, @Nullable String seen, AskedAct.Asked asked) {
        return AskedAct.of(caller.agency(), caller.actor(), id, key, seen, asked);
    }
}
