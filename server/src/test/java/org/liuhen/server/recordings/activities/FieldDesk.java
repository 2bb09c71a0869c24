package org.liuhen.server.recordings.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.liuhen.server.RunningServer;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.recordings.media.Workbench;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An activity on a running server, acted on over HTTP as the pages do it: two officers, two cameras, two days ago. */
public final class FieldDesk {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Of the clock of every camera, and what one step of a file's time adds to it. */
    public static final Duration CLOCK = Duration.ofMillis(500);
    public static final Duration UNCERTAINTY = CLOCK.plusSeconds(1);

    public final RunningServer server;
    final String agency;
    public final RunningServer.Client officer;
    public final RunningServer.Client colleague;
    final String id = UUID.randomUUID().toString();

    private FieldDesk(RunningServer server, String agency) throws Exception {
        this.server = server;
        this.agency = agency;
        officer = server.person(user("officer"));
        colleague = server.person(user("officer2"));
    }

    /** One that nobody has opened yet. */
    public static FieldDesk of(RunningServer server, String agency) throws Exception {
        return new FieldDesk(server, agency);
    }

    /** An inspection of SQ, opened. */
    public static FieldDesk opened(RunningServer server) throws Exception {
        var desk = of(server, "SQ");
        desk.done(desk.officer, "open-activity", desk.opening("siteInspection"));
        return desk;
    }

    public String user(String role) {
        return agency.toLowerCase(Locale.ROOT) + "." + role.toLowerCase(Locale.ROOT);
    }

    public String person(String role) {
        return server.bean(Register.class).personByUsername(user(role)).orElseThrow().id().toString();
    }

    public String device(String number) {
        return server.bean(Register.class).device(agency, number).orElseThrow().id().toString();
    }

    public Map<String, Object> opening(String act) {
        return fields("activity", id, "act", act, "weights", List.of(), "place", "双桥区车站路3号", "unit", "zf1",
                "officers", List.of(person("officer"), person("officer2")), "devices", List.of(device(agency + "-0002")));
    }

    public static LocalDate day() {
        return LocalDate.now(ZONE).minusDays(2);
    }

    /** A time of two days ago. */
    public static Instant at(String time) {
        return day().atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    public static String instant(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }

    public static Map<String, Object> span(String from, String to) {
        return fields("from", instant(at(from)), "to", instant(at(to)));
    }

    /** Names and values by turns. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return fields;
    }

    HttpResponse<String> act(RunningServer.Client by, String act, Object body, String... headers) throws IOException, InterruptedException {
        var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return by.send("POST", "/api/activities/" + id + (act.startsWith("/") ? act : "/acts/" + act), BodyPublishers.ofString(text),
                all.toArray(String[]::new));
    }

    /** Carried out; the version after it. */
    public long done(RunningServer.Client by, String act, Object body, String... headers) throws IOException, InterruptedException {
        var answer = act(by, act, body, headers);
        assertEquals(200, answer.statusCode(), act + ": " + answer.body());
        return JSON.readTree(answer.body()).get("version").asLong();
    }

    /** Refused with that code; the problem. */
    public JsonNode refused(RunningServer.Client by, String act, Object body, int status, String code, String... headers)
            throws IOException, InterruptedException {
        var answer = act(by, act, body, headers);
        assertEquals(status, answer.statusCode(), act + ": " + answer.body());
        var problem = JSON.readTree(answer.body());
        assertEquals(code, problem.get("code").asString(), answer.body());
        return problem;
    }

    /** From the morning's start to its end. */
    public void took(String from, String to) throws IOException, InterruptedException {
        done(officer, "start-activity", fields("at", instant(at(from))));
        done(officer, "end-activity", fields("at", instant(at(to))));
    }

    public JsonNode view() throws IOException, InterruptedException {
        return view("");
    }

    public JsonNode view(String path) throws IOException, InterruptedException {
        return officer.json("/api/activities/" + id + path);
    }

    public List<String> duties() throws IOException, InterruptedException {
        return view().get("findings").valueStream().filter(one -> !one.get("state").asString().equals("cleared"))
                .map(one -> one.get("duty").asString()).distinct().sorted().toList();
    }

    /** A video of that camera from one time to another, handed in by the station and looked at by the media tool; its id. */
    public String video(String camera, String from, String to) throws Exception {
        var begins = at(from);
        var seconds = Duration.between(begins, at(to)).toSeconds();
        var file = Workbench.ffmpeg(Files.createTempFile(server.folder(), "clip", ".mp4"), "-f", "lavfi", "-i",
                "testsrc=size=64x64:rate=1:duration=" + seconds, "-c:v", "mpeg4", "-metadata", "creation_time=" + begins);
        var name = camera + "_0801_" + DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE).format(begins) + ".mp4";
        return handedIn(camera, name, Files.readAllBytes(file));
    }

    /** Bytes of a camera in the store, whatever they are; the media tool has looked at them. */
    public String handedIn(String camera, String name, byte[] bytes) throws Exception {
        var clock = JSON.writeValueAsString(fields("measuredAt", instant(Instant.now()), "offsetMillis", 0, "uncertaintyMillis", CLOCK.toMillis()));
        var metadata = "filename " + base64(name) + ",device " + base64(camera) + ",key " + base64(UUID.randomUUID().toString()) + ",clock " + base64(clock);
        var answer = server.station(agency).send("POST", "/api/uploads", BodyPublishers.ofByteArray(bytes), "Tus-Resumable", "1.0.0", "Upload-Length",
                Integer.toString(bytes.length), "Upload-Metadata", metadata, "Content-Type", "application/offset+octet-stream");
        assertEquals(201, answer.statusCode(), answer.body());
        var recording = answer.headers().firstValue("Liuhen-Recording").orElseThrow();
        for (var tries = 0; tries < 600; tries++) {
            var probe = officer.json("/api/recordings?q=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8)).get("items").get(0).get("probe").asString();
            if (!probe.equals("pending")) return recording;
            Thread.sleep(200);
        }
        assertTrue(false, "the media tool never came to " + name);
        return recording;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
