package org.liuhen.cli.station;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.cli.collect.Store;
import org.liuhen.cli.collect.StoreHttp;
import org.liuhen.cli.collect.StoreRefused;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether the server is there, and what it said last: its register of cameras, and this machine's clock against its own. Safe for threads. */
final class ServerLink {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);
    private static final Duration REGISTER_EVERY = Duration.ofSeconds(15);

    private final StoreHttp http;
    private final Store store;
    private final Path registerFile;
    private CameraRegister register;
    private Optional<DeviceClock> ownClock = Optional.empty();
    private Optional<Bilingual> trouble = Optional.of(new Bilingual("尚未连接服务器", "the server was not reached yet"));
    private Instant since = Instant.now();

    /** A link that keeps the register in the folder. */
    ServerLink(StoreHttp http, Store store, Path folder) {
        this.http = http;
        this.store = store;
        this.registerFile = folder.resolve("register.json");
        this.register = CameraRegister.kept(registerFile).orElseGet(CameraRegister::empty);
    }

    Store store() {
        return store;
    }

    /** How things stand. */
    record Standing(boolean reachable, Optional<Bilingual> trouble, Instant since, CameraRegister register, Optional<DeviceClock> ownClock) {}

    synchronized Standing standing() {
        return new Standing(trouble.isEmpty(), trouble, since, register, ownClock);
    }

    /** Looks whether the server is there, and asks it what has become old. */
    Standing look() throws InterruptedException {
        try {
            http.expect(http.request("/api/time").timeout(ANSWER_WITHIN).GET().build(), 200);
            if (isOld()) ask();
            now(Optional.empty());
        } catch (StoreRefused e) {
            now(Optional.of(e.text()));
        } catch (IOException e) {
            now(Optional.of(standing().register().id().isPresent() ? away(e) : neverMet(e)));
        }
        return standing();
    }

    static Bilingual away(IOException e) {
        var why = reason(e);
        return new Bilingual("服务器连接不上（" + why.zh() + "）：文件先存本站，连上后自动上传",
                "the server cannot be reached (" + why.en() + "): files are kept at this station and are sent when it is back");
    }

    /** A station that never met its server does not know which one it is, and keeps nothing. */
    private static Bilingual neverMet(IOException e) {
        var why = reason(e);
        return new Bilingual("服务器连接不上（" + why.zh() + "）：本站第一次使用，须先连上一次服务器，正在重试",
                "the server cannot be reached (" + why.en() + "): a new station must have met it once; trying again");
    }

    private static Bilingual reason(IOException e) {
        if (e instanceof ConnectException) return new Bilingual("没有应答", "no answer");
        if (e instanceof HttpTimeoutException) return new Bilingual("应答超时", "no answer in time");
        var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Bilingual(message, message);
    }

    private synchronized boolean isOld() {
        return trouble.isPresent() || Instant.now().isAfter(register.asked().plus(REGISTER_EVERY));
    }

    /** Asks for the register at once, for a camera that is not in the one that is known. */
    void ask() throws IOException, StoreRefused, InterruptedException {
        var answer = http.expect(get("/api/station"), 200).body();
        var fresh = CameraRegister.of(answer, Instant.now());
        var clock = store.ownClock();
        synchronized (this) { // two docks may ask at once, for the same file
            CameraRegister.keep(registerFile, answer);
            register = fresh;
            ownClock = Optional.of(clock);
        }
    }

    private HttpRequest get(String path) throws IOException {
        return http.request(path).timeout(ANSWER_WITHIN).GET().build();
    }

    private synchronized void now(Optional<Bilingual> next) {
        if (next.isPresent() != trouble.isPresent()) since = Instant.now();
        trouble = next;
    }

    /** Whose the serial is in other agencies; nobody's while the server is away. */
    List<String> owners(String serial) throws InterruptedException {
        if (!standing().reachable()) return List.of();
        try {
            var answer = http.expect(get("/api/station/elsewhere?serial=" + URLEncoder.encode(serial, StandardCharsets.UTF_8)), 200).body();
            var owners = new ArrayList<String>();
            for (var item : new JsonMapper().readTree(answer).path("items")) {
                owners.add(item.path("agencyName").asString("") + " " + item.path("number").asString(""));
            }
            return owners;
        } catch (IOException | StoreRefused | JacksonException e) {
            now(Optional.of(e instanceof StoreRefused refused ? refused.text() : new Bilingual(
                    "服务器的回答无法理解：" + e.getMessage(), "the server's answer is not understood: " + e.getMessage())));
            return List.of();
        }
    }
}
