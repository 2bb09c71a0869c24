package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.Origin;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store as the station uses it. Every request is tried with patience; every request can be repeated without doing its work
 * twice.
 */
public final class Store {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FAILURES_SENT_MAX = 100;
    private static final int CLOCK_SAMPLES = 5;
    private static final Duration FIRST_CONTACT_WITHIN = Duration.ofSeconds(8);
    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(4);

    /** The usual chunk: held in memory, one for each file that is being sent, and what a broken connection costs at most. */
    public static final int CHUNK_BYTES = 32 * 1024 * 1024;

    private final StoreHttp http;
    private final Patience patience;
    private final Buffers buffers;
    private final Semaphore turns;
    private final Tus tus;

    /** The store behind these requests, which takes files in chunks of so many bytes. */
    public Store(StoreHttp http, Patience patience, int chunkBytes) {
        this(http, patience, chunkBytes, Integer.MAX_VALUE / 2);
    }

    /**
     * The same for several cameras at once: no more than so many chunks are on their way, and who waited longest is next, so that a
     * camera with ten thousand files and one with three get the same share.
     */
    public Store(StoreHttp http, Patience patience, int chunkBytes, int chunksAtOnce) {
        this.http = http;
        this.patience = patience;
        this.buffers = new Buffers(chunkBytes, 2 * chunksAtOnce); // some are read while others are sent
        this.turns = new Semaphore(chunksAtOnce, true);
        this.tus = new Tus(http);
    }

    /** The server's address, as the notebook names it. */
    public URI server() {
        return http.server();
    }

    /** How patient requests are. */
    Patience patience() {
        return patience;
    }

    /** For the chunks, each one request. */
    Buffers buffers() {
        return buffers;
    }

    /** Does it when it is its turn. */
    <T> T inTurn(Patience.Attempt<T> work) throws IOException, StoreRefused, InterruptedException {
        turns.acquire();
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    /** Requests to the server. */
    public StoreHttp http() {
        return http;
    }

    /** Uploads, one request each. */
    Tus tus() {
        return tus;
    }

    /**
     * Reaches the store for the first time in this run. Whatever answers is there; a name or port that nothing answers at is
     * believed to be wrong after some seconds, where a store that was there before would be waited for.
     *
     * @param forEver to go on waiting instead
     * @throws Unreached if nothing answered
     * @throws StoreRefused if it cannot be spoken to safely
     */
    void reach(boolean forEver) throws Unreached, IOException, StoreRefused, InterruptedException {
        var request = http.request("/api/time").timeout(FIRST_ANSWER_WITHIN).GET().build();
        var giveUp = System.nanoTime() + FIRST_CONTACT_WITHIN.toNanos();
        var wait = patience.firstWait();
        for (var tried = 1; ; tried++) {
            try {
                http.send(request);
                return;
            } catch (IOException e) {
                var late = System.nanoTime() + wait.toNanos() - giveUp > 0;
                if (!forEver && (late || tried >= patience.attempts())) throw new Unreached(http.server(), e);
                patience.waiting().accept(e);
            }
            Thread.sleep(wait);
            wait = patience.after(wait);
        }
    }

    /** The log of the agency that the token is of: its newest checkpoint, and the keys it says it has, newest last. */
    record Log(String origin, List<String> vkeys, SignedNote checkpoint) {
        Log {
            vkeys = List.copyOf(vkeys);
        }
    }

    /** Which store this is. Nothing here is believed yet. */
    Log log() throws IOException, StoreRefused, InterruptedException {
        var agency = answer("/api/agency", get("/api/agency")).path("code").asString("");
        if (!agency.matches("[A-Z0-9]{2,8}")) throw new IOException("the store's answer is not understood: /api/agency");
        var vkeys = new String(get("/ledger/" + agency + "/vkey"), UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        if (vkeys.isEmpty()) throw new IOException("the store shows no keys: /ledger/" + agency + "/vkey");
        try {
            var newest = Origin.parse(VerifierKey.parse(vkeys.getLast()).name()); // earlier logs of the agency are closed
            var note = SignedNote.parse(get("/ledger/" + newest.path() + "/checkpoint"));
            var origin = Checkpoint.parse(note.text()).origin();
            if (!newest.agency().equals(agency) || !origin.equals(newest.toString())) throw new IOException(
                    "the store shows the log " + origin + " as that of " + agency);
            return new Log(origin, vkeys, note);
        } catch (Malformed e) {
            throw new IOException("the store's checkpoint is not understood: " + e.getMessage(), e);
        }
    }

    private byte[] get(String path) throws IOException, StoreRefused, InterruptedException {
        var request = http.request(path).GET().build();
        return patience.with(() -> {
            var answer = http.expect(request, 200, 404);
            // a log is signed a moment after it began
            if (answer.statusCode() != 200) throw new IOException("not there yet: " + path);
            return answer.body();
        });
    }

    /**
     * Opens a hand-in; the same id again opens nothing and answers the same.
     *
     * @return the origin of the log that takes it
     */
    String openHandIn(UUID id, Docked docked, String listing) throws IOException, StoreRefused, InterruptedException {
        var fields = new TreeMap<String, Json>(Map.of(
                "id", text(id), "device", text(docked.device()), "source", text(docked.source().word()), "listing", text(listing)));
        docked.clock().ifPresent(measured -> fields.put("clock", clock(measured)));
        if (docked.unregistered()) fields.put("unregistered", text(DeviceKind.OTHER.word()));
        return post("/api/hand-ins", fields, 201, 200).path("origin").asString("");
    }

    /** What the store counted for the hand-in itself. */
    public record Balance(long storedByServer, boolean balanced) {}

    /** Tells the store this station's count. */
    Balance balance(UUID handIn, long camera, long stored, List<Outcome.Failed> failed)
            throws IOException, StoreRefused, InterruptedException {
        var failures = failed.stream().limit(FAILURES_SENT_MAX)
                .<Json>map(failure -> new Json.Fields(Map.of(
                        "path", text(failure.path().display()), "reason", text(failure.reason()))))
                .toList();
        var answer = post("/api/hand-ins/" + handIn + "/balance", Map.of(
                "camera", new Json.Whole(camera), "stored", new Json.Whole(stored),
                "failed", new Json.Whole(failed.size()), "failures", new Json.Items(failures)), 200);
        return new Balance(answer.path("server").path("stored").asLong(-1), answer.path("balanced").asBoolean(false));
    }

    /** Tells the store that this file is about to be cleared from the device. */
    void clearing(UUID handIn, UUID recording, RawPath path, Digest sha256, String confirmedBy)
            throws IOException, StoreRefused, InterruptedException {
        post("/api/hand-ins/" + handIn + "/clearings", Map.of(
                "recording", text(recording), "path", text(path.display()),
                "sha256", text(sha256.hex()), "confirmedBy", text(confirmedBy)), 204, 200);
    }

    /**
     * Tells the store how many files with a checked receipt are still on the device, beside what has just been handed in.
     *
     * @param oldest the recording of the one that was stored first; empty where there is none
     */
    void memory(String device, long files, Optional<UUID> oldest) throws IOException, StoreRefused, InterruptedException {
        var fields = new TreeMap<String, Json>(Map.of("device", text(device), "files", new Json.Whole(files)));
        oldest.ifPresent(recording -> fields.put("oldest", text(recording)));
        post("/api/hand-ins/memory", fields, 204, 200);
    }

    /** What is said where the store could not be told that. */
    static Bilingual memoryUntold(IOException cause) {
        return new Bilingual("设备上还有什么，没能告知服务器（" + cause.getMessage() + "）：下次接入时再告知",
                "the store could not be told what is still on the device (" + cause.getMessage() + "): it is at the next docking");
    }

    /**
     * Asks once for the receipt of a recording.
     *
     * @return empty while its event is in no signed checkpoint yet
     */
    Optional<byte[]> receipt(UUID recording, Duration wait) throws IOException, StoreRefused, InterruptedException {
        var request = http.request("/api/recordings/" + recording + "/receipt?wait=" + wait.toSeconds()).GET().build();
        var response = patience.with(() -> http.expect(request, 200, 202));
        return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    }

    /**
     * Tells the store the key that this station signs its own receipts with. The same key again changes nothing.
     *
     * @throws StoreRefused if it knows another key of this station
     */
    public void announceKey(String vkey) throws IOException, StoreRefused, InterruptedException {
        post("/api/station/key", Map.of("vkey", text(vkey)), 200, 204);
    }

    /**
     * Hands over what this station signed when the recording's file was durable here. The same receipt again changes nothing.
     *
     * @throws StoreRefused if the receipt is not about this recording, or contradicts another one of this station
     */
    public void stationReceipt(UUID recording, byte[] receipt) throws IOException, StoreRefused, InterruptedException {
        var request = http.request("/api/recordings/" + recording + "/station-receipt").header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(receipt)).build();
        patience.with(() -> http.expect(request, 200, 204));
    }

    /**
     * This machine's clock against the store's: the best of several tries, uncertain by half of the time that the answer took.
     */
    public DeviceClock ownClock() throws IOException, StoreRefused, InterruptedException {
        @Nullable DeviceClock best = null;
        for (var i = 0; i < CLOCK_SAMPLES; i++) {
            var sample = patience.with(() -> {
                var sent = Instant.now();
                var started = System.nanoTime();
                var answer = http.expect(http.request("/api/time").GET().build(), 200);
                var half = Duration.ofNanos((System.nanoTime() - started) / 2);
                var offset = Duration.between(instant(answer.body()), sent.plus(half));
                return new DeviceClock(sent, offset, half.plusMillis(1)); // the store tells whole milliseconds
            });
            if (best == null || sample.uncertainty().compareTo(best.uncertainty()) < 0) best = sample;
        }
        return Objects.requireNonNull(best);
    }

    private static Instant instant(byte[] body) throws IOException {
        try {
            return Instant.parse(JSON.readTree(body).path("now").asString(""));
        } catch (JacksonException | DateTimeParseException e) {
            throw new IOException("the store's time is not understood", e);
        }
    }

    private JsonNode post(String path, Map<String, Json> fields, Integer... statuses)
            throws IOException, StoreRefused, InterruptedException {
        var request = http.post(path, CanonicalJson.write(new Json.Fields(fields)));
        return answer(path, patience.with(() -> http.expect(request, statuses)).body());
    }

    private static JsonNode answer(String path, byte[] body) throws IOException {
        try {
            return body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the store's answer is not understood: " + path, e);
        }
    }

    /** The metadata of an upload, before base64. */
    static Map<String, byte[]> metadata(CameraFile file, String device, UUID handIn, UUID key, Optional<DeviceClock> clock) {
        var metadata = new HashMap<String, byte[]>();
        metadata.put("filename", file.path().name().display().getBytes(UTF_8));
        metadata.put("name-bytes", file.path().name().bytes());
        metadata.put("path", file.path().display().getBytes(UTF_8));
        metadata.put("device", device.getBytes(UTF_8));
        metadata.put("hand-in", handIn.toString().getBytes(UTF_8));
        file.modifiedAt().ifPresent(time -> metadata.put("modified-at", Note.millis(time).getBytes(UTF_8)));
        metadata.put("key", key.toString().getBytes(UTF_8));
        clock.ifPresent(measured -> metadata.put("clock", CanonicalJson.write(clock(measured))));
        return metadata;
    }

    private static Json clock(DeviceClock clock) {
        return new Json.Fields(Map.of(
                "measuredAt", new Json.Text(Note.millis(clock.measuredAt())),
                "offsetMillis", new Json.Whole(clock.offset().toMillis()),
                "uncertaintyMillis", new Json.Whole(clock.uncertainty().toMillis())));
    }

    private static Json text(Object value) {
        return new Json.Text(value.toString());
    }
}
