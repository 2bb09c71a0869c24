package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.liuhen.cli.TestLog;
import org.liuhen.cli.verify.FileDigests;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.Via;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import tools.jackson.databind.json.JsonMapper;

/** A store in memory that speaks the contract, loses answers by seed, and signs receipts with a log of its own. */
public final class TestStore implements AutoCloseable {

    /** What a station shows. */
    public static final String TOKEN = "station-token";

    final TestLog log;
    public final List<Upload> recordings = new ArrayList<>();
    final Map<String, String> openings = new LinkedHashMap<>();
    final List<String> clearings = new ArrayList<>();
    final List<String> memories = new ArrayList<>();
    /** Stations' own receipts, by recording. */
    public final Map<String, byte[]> stationReceipts = new LinkedHashMap<>();
    /** The answer about this station and its cameras. */
    public volatile String station = "{}";
    /** Whether nobody answers. */
    public volatile boolean away;
    /** The code with which stations' receipts are refused, if they are. */
    public volatile String refusal = "";
    long bytesTaken;
    private final Map<String, Upload> uploads = new HashMap<>();
    private final Map<String, Upload> byKey = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final HttpServer server;
    private final SplittableRandom dice;
    private final int oneLostOf;

    /** An upload, and what became of it. */
    public static final class Upload {
        final Map<String, byte[]> metadata = new HashMap<>();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long length;
        UUID recording = new UUID(0, 0);
        String sha256 = "";

        /** Its id, once it is sealed. */
        public String recording() {
            return recording.toString();
        }

        /** Its digest, once it is sealed. */
        public String sha256() {
            return sha256;
        }

        /** A text of its metadata. */
        public String text(String key) {
            return new String(metadata.getOrDefault(key, new byte[0]), UTF_8);
        }
    }

    /** A store that loses one answer of so many; none for 0. */
    public TestStore(long seed, int oneLostOf) throws IOException {
        this(new TestLog(seed), seed, oneLostOf);
    }

    /** The same store with this log: come back at another address, for example. */
    TestStore(TestLog log, long seed, int oneLostOf) throws IOException {
        this.log = log;
        this.dice = new SplittableRandom(seed);
        this.oneLostOf = oneLostOf;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final class Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body.clone();
        }

        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
        }

        static Answer empty(int status, Map<String, String> headers) {
            return new Answer(status, headers, new byte[0]);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (away) return;
            var body = exchange.getRequestBody().readAllBytes();
            Answer answer;
            synchronized (this) {
                answer = answer(exchange, exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), body);
                if (oneLostOf > 0 && dice.nextInt(oneLostOf) == 0) return; // done, but nobody hears of it
            }
            answer.headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            if (answer.body.length > 0) exchange.getResponseBody().write(answer.body);
        }
    }

    private Answer answer(HttpExchange exchange, String request, byte[] body) throws IOException {
        if (request.equals("GET /api/time")) return Answer.json(200, "{\"now\":\"" + Instant.now() + "\"}");
        if (request.startsWith("GET /ledger/SQ/")) {
            var what = request.endsWith("/checkpoint") ? log.checkpoint(log.size()).write() : log.trust().getBytes(UTF_8);
            return new Answer(200, Map.of(), what);
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.json(401, "{\"code\":\"wrong-token\",\"title\":\"令牌无效\",\"titleEn\":\"wrong token\"}");
        }
        if (request.equals("GET /api/agency")) return Answer.json(200, "{\"code\":\"SQ\"}");
        if (request.equals("GET /api/station")) return Answer.json(200, station);
        if (request.equals("GET /api/station/elsewhere")) return Answer.json(200, "{\"items\":[]}");
        if (request.equals("POST /api/station/key")) return Answer.empty(204, Map.of());
        if (request.endsWith("/station-receipt")) {
            if (!refusal.isEmpty()) return Answer.json(409, "{\"code\":\"" + refusal + "\",\"title\":\"不合\",\"titleEn\":\"does not fit\"}");
            stationReceipts.put(request.split("/")[3], body);
            return Answer.empty(204, Map.of());
        }
        if (request.equals("POST /api/hand-ins")) return open(body);
        if (request.endsWith("/balance")) return balance(request.split("/")[3], body);
        if (request.equals("POST /api/hand-ins/memory")) {
            memories.add(new String(body, UTF_8));
            return Answer.empty(204, Map.of());
        }
        if (request.endsWith("/clearings")) {
            clearings.add(new String(body, UTF_8));
            return Answer.empty(204, Map.of());
        }
        if (request.equals("POST /api/uploads")) return create(exchange);
        if (request.contains(" /api/uploads/")) return upload(exchange, request, body);
        if (request.endsWith("/receipt")) {
            return new Answer(200, Map.of(), log.receipt(Objects.requireNonNull(places.get(request.split("/")[3]))).write());
        }
        return Answer.json(404, "{}");
    }

    private Answer open(byte[] body) {
        var json = new JsonMapper().readTree(body);
        if (json.path("device").asString().startsWith("没有登记") && !json.path("unregistered").asString("").equals("other")) {
            return Answer.json(422, "{\"code\":\"no-such-device\",\"title\":\"没有登记这台设备。\",\"next\":\"采集命令加 --unregistered。\"}");
        }
        openings.put(json.path("id").asString(), json.path("listing").asString());
        var vkeys = new JsonMapper().valueToTree(log.vkeys());
        return Answer.json(201, "{\"id\":\"" + json.path("id")
                .asString() + "\",\"agency\":\"SQ\",\"origin\":\"" + log.origin() + "\",\"vkeys\":" + vkeys + "}");
    }

    private Answer balance(String handIn, byte[] body) {
        var json = new JsonMapper().readTree(body);
        var stored = recordings.stream().filter(upload -> upload.text("hand-in").equals(handIn)).count();
        var balanced = json.path("camera").asLong() == stored && json.path("stored").asLong() == stored
                && json.path("failed").asLong() == 0;
        return Answer.json(200, "{\"server\":{\"stored\":" + stored + "},\"balanced\":" + balanced + "}");
    }

    private Answer create(HttpExchange exchange) throws IOException {
        var upload = new Upload();
        upload.length = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length"));
        for (var pair : exchange.getRequestHeaders().getFirst("Upload-Metadata").split(",")) {
            upload.metadata.put(pair.split(" ", -1)[0], Base64.getDecoder().decode(pair.split(" ", -1)[1]));
        }
        var known = byKey.putIfAbsent(upload.text("key"), upload);
        var location = "/api/uploads/" + upload.text("key");
        if (known == null) {
            uploads.put(location, upload);
            if (upload.length == 0) seal(upload);
        }
        var headers = standing(Objects.requireNonNull(uploads.get(location)));
        headers.put("Location", location);
        return Answer.empty(201, headers);
    }

    private Answer upload(HttpExchange exchange, String request, byte[] body) throws IOException {
        var location = request.substring(request.indexOf(' ') + 1);
        var upload = uploads.get(location);
        if (upload == null) return Answer.json(404, "{}");
        if (request.startsWith("DELETE")) {
            uploads.remove(location);
            return Answer.empty(204, Map.of());
        }
        if (request.startsWith("PATCH")) {
            if (Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset")) != upload.bytes.size()) {
                return Answer.json(409, "{\"code\":\"offset-conflict\"}");
            }
            var checksum = "sha256 " + Base64.getEncoder().encodeToString(FileDigests.sha256().digest(body));
            if (!checksum.equals(exchange.getRequestHeaders().getFirst("Upload-Checksum"))) return Answer.json(460, "{}");
            upload.bytes.writeBytes(body);
            bytesTaken += body.length;
            if (upload.bytes.size() == upload.length) seal(upload);
            return Answer.empty(204, standing(upload));
        }
        return Answer.empty(200, standing(upload));
    }

    private static Map<String, String> standing(Upload upload) {
        var headers = new HashMap<String, String>();
        headers.put("Upload-Offset", Integer.toString(upload.bytes.size()));
        if (!upload.sha256.isEmpty()) {
            headers.put("Liuhen-Recording", upload.recording.toString());
            headers.put("Liuhen-Sha256", upload.sha256);
        }
        return headers;
    }

    private void seal(Upload upload) throws IOException {
        var digests = new FileDigests();
        digests.take(0, ByteBuffer.wrap(new ByteArrayInputStream(upload.bytes.toByteArray()).readAllBytes()));
        var found = digests.finish();
        upload.recording = log.id();
        upload.sha256 = found.sha256().hex();
        var event = new RecordingHandedIn(new RecordingId(upload.recording), new DeviceId(new UUID(7, 7)),
                Optional.of(HandInId.parse(upload.text("hand-in"))), upload.text("filename"),
                        RawName.of(upload.metadata.getOrDefault("name-bytes", new byte[0])),
                upload.text("path"), upload.length, found.sha256(), found.sm3Tree(), Optional.empty(), Optional.empty(),
                        Via.STATION);
        places.put(upload.recording.toString(), log.append(upload.recording, event));
        recordings.add(upload);
    }
}
