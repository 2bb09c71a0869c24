package org.liuhen.server.recordings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.RecordingCommand.View;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.ViewingId;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.store.Vaults;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking at recordings. The journal has it before the first byte is shown. */
@RestController
@RequestMapping("/api/recordings/{id}")
class MediaEndpoints {

    private static final int PIECE = 1 << 18;
    /** A medium is only ever data: no script, no frame, whatever its bytes pretend to be. */
    private static final String ONLY_DATA =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'";

    private final RecordingStreams streams;
    private final RecordingList list;
    private final Secrecy secrecy;
    private final Vaults vaults;
    private final InstantSource clock;

    MediaEndpoints(RecordingStreams streams, RecordingList list, Secrecy secrecy, Vaults vaults, InstantSource clock) {
        this.streams = streams;
        this.list = list;
        this.secrecy = secrecy;
        this.vaults = vaults;
        this.clock = clock;
    }

    /** Why somebody looks. */
    record Purpose(Optional<String> purpose) {}

    /** What the player shows with every request. */
    record Viewing(UUID viewing, Instant expiresAt) {}

    @PostMapping("/viewings")
    @MayView
    ResponseEntity<Viewing> view(
            Caller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable Purpose why,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID command) {
        secrecy.require(caller, id);
        var viewing = command == null ? UUID.randomUUID() : command;
        var purpose = why == null ? Optional.<String>empty() : why.purpose();
        streams.handle(caller.agency(), id, viewing, caller.actor(), Optional.empty(), new View(new ViewingId(viewing), purpose),
            RecordingContext.none());
        return ResponseEntity.status(HttpStatus.CREATED)
            .body(new Viewing(viewing, clock.instant().plus(RecordingTables.VIEWING_LIFE)));
    }

    @GetMapping("/media")
    @MayView
    void media(
            Caller caller, @PathVariable UUID id, @RequestParam UUID viewing, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        requireViewing(caller, id, viewing);
        var recording = RecordingStreams.handedIn(streams.load(caller.agency(), id));
        var facts = recording.facts();
        send(caller.agency(), new Medium(facts.sha256(), facts.sizeBytes(), RecordingDetail.mediaType(recording), facts.name()),
            request, response);
    }

    @GetMapping("/copies/{copy}")
    @MayView
    void copy(
            Caller caller, @PathVariable UUID id, @PathVariable String copy,
            @RequestParam(required = false) @Nullable UUID viewing, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        secrecy.require(caller, id);
        if (copy.equals(CopyKind.WEB.word())) requireViewing(caller, id, viewing);
        var recording = RecordingStreams.handedIn(streams.load(caller.agency(), id));
        var made = recording.copies().entrySet().stream().filter(one -> one.getKey().word().equals(copy))
            .map(java.util.Map.Entry::getValue).findFirst();
        if (made.isEmpty() || !(made.get() instanceof RecordingState.Copy.Made(var facts))) {
            throw Problem.notFound("没有这个派生件", "There is no such copy");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable");
        send(caller.agency(), new Medium(facts.sha256(), facts.sizeBytes(), facts.mediaType(), copy), request, response);
    }

    private void requireViewing(Caller caller, UUID recording, @Nullable UUID viewing) {
        if (viewing != null && list.isViewing(caller.agency(), viewing, recording, caller.id(), clock.instant())) return;
        throw Problem.of(HttpStatus.FORBIDDEN, "viewing-needed", "需要先登记查阅", "The viewing must be recorded first")
            .because("查阅登记不存在、属于他人或已结束。", "There is no such viewing, it is somebody else's, or it has ended.")
            .next("请重新打开该记录。", "Open the recording again.");
    }

    private record Medium(Digest sha256, long sizeBytes, String mediaType, String name) {}

    private void send(String agency, Medium medium, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var etag = "\"" + medium.sha256().hex() + "\"";
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("Content-Security-Policy", ONLY_DATA);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(medium.name(), StandardCharsets.UTF_8).build().toString());
        if (isUnchanged(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        var range = ByteRange.of(condition == null || condition.equals(etag) ? request.getHeader(HttpHeaders.RANGE) : null,
            medium.sizeBytes());
        switch (range) {
            case ByteRange.Unsatisfiable _ -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + medium.sizeBytes());
                throw Problem.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "range-not-satisfiable", "没有这一段",
                    "There is no such range")
                    .with("sizeBytes", medium.sizeBytes());
            }
            case ByteRange.Whole _ -> {
                response.setStatus(HttpServletResponse.SC_OK);
                stream(agency, medium, 0, medium.sizeBytes(), response);
            }
            case ByteRange.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, part.contentRange(medium.sizeBytes()));
                stream(agency, medium, part.from(), part.length(), response);
            }
        }
    }

    private static boolean isUnchanged(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag));
    }

    private void stream(String agency, Medium medium, long from, long length, HttpServletResponse response) throws IOException {
        try (var channel = vaults.of(agency).open(medium.sha256())) {
            response.setContentType(medium.mediaType());
            response.setContentLengthLong(length);
            channel.position(from);
            copy(channel, length, response.getOutputStream());
        }
    }

    private static void copy(SeekableByteChannel from, long length, OutputStream to) throws IOException {
        var piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(1, length)));
        var left = length;
        while (left > 0) {
            piece.clear().limit((int) Math.min(piece.capacity(), left));
            var read = from.read(piece);
            if (read < 0) throw new IOException("the object ended " + left + " bytes early");
            to.write(piece.array(), 0, read);
            left -= read;
        }
    }
}
