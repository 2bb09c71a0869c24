package org.liuhen.server.recordings;

import static org.liuhen.core.values.Role.CUSTODIAN;
import static org.liuhen.core.values.Role.OFFICER;
import static org.liuhen.core.values.Role.STATION;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.http.Problem;
import org.liuhen.server.http.Serves;
import org.liuhen.server.http.ServesAnyone;
import org.liuhen.server.identity.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The tus protocol, version 1.0.0: core, creation, creation-with-upload, checksum, expiration, termination. */
@RestController
@RequestMapping("/api/uploads")
class UploadEndpoints {

    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination";
    private static final String BYTES = "application/offset+octet-stream";
    private static final String OVERRIDDEN = "X-HTTP-Method-Override";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Uploads uploads;
    private final Announcements announcements;

    UploadEndpoints(Uploads uploads, Announcements announcements) {
        this.uploads = uploads;
        this.announcements = announcements;
    }

    /** Every answer says which protocol this is; every request but the first question must say that it speaks it. */
    @ModelAttribute
    void speaksTus(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getMethod().equals("OPTIONS") || VERSION.equals(request.getHeader("Tus-Resumable"))) return;
        response.setHeader("Tus-Version", VERSION);
        throw Problem.of(HttpStatus.PRECONDITION_FAILED, "tus-version", "协议版本不受支持", "The protocol version is not spoken here")
            .because("需要请求头 Tus-Resumable: " + VERSION + "。", "The header Tus-Resumable: " + VERSION + " is needed.");
    }

    @RequestMapping(method = RequestMethod.OPTIONS, path = {"", "/{id}"})
    @ServesAnyone
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
            .header("Tus-Version", VERSION).header("Tus-Extension", EXTENSIONS)
            .header("Tus-Max-Size", Long.toString(announcements.maxSizeBytes()))
            .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
            .build();
    }

    @PostMapping
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> create(
            Caller caller, HttpServletRequest request,
            @RequestHeader(name = LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = "Upload-Defer-Length", required = false) @Nullable String deferred,
            @RequestHeader(name = "Upload-Concat", required = false) @Nullable String part,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum) throws IOException {
        if (deferred != null) throw lengthNeeded();
        if (part != null) throw UploadProblems.partOfFile();
        var size = number(length, LENGTH);
        var parsedChecksum = Checksum.of(checksum); // a bad header is refused before anything is created
        var wanted = announcements.read(caller, size, UploadMetadata.parse(metadata));
        var progress = uploads.create(wanted);
        if (BYTES.equals(request.getContentType()) && progress.upload().id().equals(wanted.id())) {
            progress = uploads.receive(progress.upload(), 0,
                new UploadBody(request.getInputStream(), request.getContentLengthLong(), parsedChecksum));
        } else if (!progress.upload().id().equals(wanted.id())) {
            progress = uploads.status(progress.upload()); // announced before; the client learns how far it had come
        }
        FaultPoint.BEFORE_ANSWER.pass();
        return answer(HttpStatus.CREATED, progress).header(HttpHeaders.LOCATION, "/api/uploads/" + progress.upload().id())
            .build();
    }

    @RequestMapping(method = RequestMethod.HEAD, path = "/{id}")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> status(Caller caller, @PathVariable UUID id) throws IOException {
        var progress = uploads.status(uploads.find(caller, id));
        return answer(HttpStatus.OK, progress).header(LENGTH, Long.toString(progress.upload().file().sizeBytes())).build();
    }

    @PatchMapping("/{id}")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> receive(
            Caller caller, @PathVariable UUID id, HttpServletRequest request,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum) throws IOException {
        if (!BYTES.equals(request.getContentType())) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "内容类型不正确", "The content type is wrong")
                .because("需要 Content-Type: " + BYTES + "。", "Content-Type: " + BYTES + " is needed.");
        }
        var from = number(offset, OFFSET);
        var parsedChecksum = Checksum.of(checksum);
        var upload = uploads.find(caller, id);
        var progress = uploads.receive(upload, from,
            new UploadBody(request.getInputStream(), request.getContentLengthLong(), parsedChecksum));
        FaultPoint.BEFORE_ANSWER.pass();
        return answer(HttpStatus.NO_CONTENT, progress).build();
    }

    @DeleteMapping("/{id}")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> terminate(Caller caller, @PathVariable UUID id) throws IOException {
        uploads.terminate(uploads.find(caller, id));
        return ResponseEntity.noContent().build();
    }

    /** For clients behind proxies that know GET and POST only. */
    @PostMapping(path = "/{id}", headers = OVERRIDDEN + "=PATCH")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> receiveByPost(
            Caller caller, @PathVariable UUID id, HttpServletRequest request,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum) throws IOException {
        return receive(caller, id, request, offset, checksum);
    }

    /** For clients behind proxies that know GET and POST only. */
    @PostMapping(path = "/{id}", headers = OVERRIDDEN + "=DELETE")
    @Serves({STATION, CUSTODIAN, OFFICER})
    ResponseEntity<Void> terminateByPost(Caller caller, @PathVariable UUID id) throws IOException {
        return terminate(caller, id);
    }

    private static ResponseEntity.HeadersBuilder<?> answer(HttpStatus status, Uploads.Progress progress) {
        var upload = progress.upload();
        return switch (upload.state()) {
            case Upload.State.Refused(var sha256) ->
                throw UploadProblems.otherDigest(upload.file().claimed().orElse(sha256), sha256);
            case Upload.State.Finished(var sha256) -> ResponseEntity.status(status)
                .header(OFFSET, Long.toString(progress.offset()))
                .header("Liuhen-Recording", upload.recording().toString()).header("Liuhen-Sha256", sha256.hex());
            case Upload.State.Open _ -> ResponseEntity.status(status).header(OFFSET, Long.toString(progress.offset()))
                .header("Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt()
                    .atOffset(ZoneOffset.UTC)));
        };
    }

    private static long number(@Nullable String text, String header) {
        try {
            var number = Long.parseLong(text == null ? "" : text.strip());
            if (number >= 0) return number;
        } catch (NumberFormatException e) {
            // told below, like a negative number
        }
        if (header.equals(LENGTH)) throw lengthNeeded();
        throw Problem.badRequest("offset-needed", "缺少上传位置", "The offset is missing")
            .because("需要请求头 " + header + "，值为非负整数。", "The header " + header + " is needed, a whole number, not negative.");
    }

    private static Problem lengthNeeded() {
        return Problem.badRequest("length-needed", "缺少文件长度", "The length is missing")
            .because("需要请求头 Upload-Length，值为文件的字节数；不支持 Upload-Defer-Length。",
                "The header Upload-Length is needed, in bytes; Upload-Defer-Length is not supported.");
    }
}
