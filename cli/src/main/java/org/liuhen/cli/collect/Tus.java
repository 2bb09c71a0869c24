package org.liuhen.cli.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.cli.verify.FileDigests;
import org.liuhen.core.values.Digest;

/** Resumable uploads: tus 1.0.0 with creation, checksum and termination. Each method asks once. */
final class Tus {

    private static final String UPLOADS = "/api/uploads";
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int CHECKSUM_MISMATCH = 460;

    private final StoreHttp http;

    Tus(StoreHttp http) {
        this.http = http;
    }

    /**
     * Where an upload stands.
     *
     * @param sealed what the store made of it, once it has every byte
     */
    record Standing(long offset, Optional<Sealed> sealed) {}

    /** A finished upload: durable, named, and an event. */
    record Sealed(UUID recording, Digest sha256) {}

    /** A created upload. */
    record Created(String location, Standing standing) {}

    /** Creates an upload, or finds the one that the metadata's {@code key} created before. An empty file is finished at once. */
    Created create(long sizeBytes, Map<String, byte[]> metadata) throws IOException, StoreRefused, InterruptedException {
        var encoded = new TreeMap<>(metadata).entrySet().stream()
                .map(entry -> entry.getKey() + " " + Base64.getEncoder().encodeToString(entry.getValue()))
                .collect(Collectors.joining(","));
        var response = http.expect(tus(UPLOADS)
                .header("Upload-Length", Long.toString(sizeBytes)).header("Upload-Metadata", encoded)
                .POST(BodyPublishers.noBody()).build(), CREATED, OK);
        var location = response.headers().firstValue("Location")
                .orElseThrow(() -> new IOException("the store created an upload and did not say where"));
        return new Created(location, new Standing(
                response.headers().firstValueAsLong("Upload-Offset").orElse(0), sealed(response)));
    }

    /** Asks where the upload stands. */
    Standing head(String location) throws IOException, StoreRefused, InterruptedException {
        return standing(http.expect(tus(location).HEAD().build(), OK, NO_CONTENT));
    }

    /**
     * Sends the remaining bytes of the buffer, which stand at the offset; the buffer is left as it was.
     *
     * @return empty if the store does not take them as they are (other offset, damaged on the way): ask {@link #head}, and send
     *     again
     */
    Optional<Standing> patch(String location, long offset, ByteBuffer bytes) throws IOException, StoreRefused,
            InterruptedException {
        var sha256 = FileDigests.sha256();
        sha256.update(bytes.duplicate());
        var response = http.send(tus(location)
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Checksum", "sha256 " + Base64.getEncoder().encodeToString(sha256.digest()))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", body(bytes))
                .build());
        var status = response.statusCode();
        if (status == NO_CONTENT || status == OK) return Optional.of(standing(response));
        var digestDiffers = Problems.code(response.body()).filter("digest-mismatch"::equals).isPresent();
        if (digestDiffers || (status != CONFLICT && status != CHECKSUM_MISMATCH)) StoreHttp.throwFor(status, response.body());
        return Optional.empty();
    }

    /** The remaining bytes, copied little by little as they go out; a publisher of an array copies all of it at once. */
    private static BodyPublisher body(ByteBuffer bytes) {
        var from = bytes.arrayOffset() + bytes.position();
        var length = bytes.remaining();
        var copied = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes.array(), from, length));
        return BodyPublishers.fromPublisher(copied, length);
    }

    /** Gives an unfinished upload up; the store forgets its bytes. */
    void terminate(String location) throws IOException, StoreRefused, InterruptedException {
        http.expect(tus(location).DELETE().build(), NO_CONTENT, OK, 404, 410);
    }

    private HttpRequest.Builder tus(String path) throws IOException {
        return http.request(path).header("Tus-Resumable", "1.0.0");
    }

    private static Standing standing(HttpResponse<?> response) throws IOException {
        var offset = response.headers().firstValueAsLong("Upload-Offset").orElse(-1);
        if (offset < 0) throw new IOException("the store did not say how much it has");
        return new Standing(offset, sealed(response));
    }

    private static Optional<Sealed> sealed(HttpResponse<?> response) throws IOException {
        var recording = response.headers().firstValue("Liuhen-Recording");
        var sha256 = response.headers().firstValue("Liuhen-Sha256");
        if (recording.isEmpty() || sha256.isEmpty()) return Optional.empty();
        try {
            return Optional.of(new Sealed(UUID.fromString(recording.get()), new Digest(Digest.Algorithm.SHA256, sha256.get())));
        } catch (IllegalArgumentException e) {
            throw new IOException("the store's answer is not understood: " + e.getMessage(), e);
        }
    }
}
