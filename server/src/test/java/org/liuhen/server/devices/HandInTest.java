package org.liuhen.server.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.RawName;
import org.liuhen.formats.devices.Listing;
import org.liuhen.server.RunningServer;
import org.liuhen.server.findings.FindingClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A camera's files from the first list to the last file cleared, as a station does it. */
class HandInTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = DeviceDesk.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String listing(String... paths) {
        var files = new ArrayList<Listing.File>();
        for (var path : paths) {
            var problem = path.endsWith(".bad") ? Optional.of(Listing.Problem.UNREADABLE) : Optional.<Listing.Problem>empty();
            files.add(new Listing.File(Optional.empty(), path, RawName.of(path.getBytes(StandardCharsets.UTF_8)), problem, 3));
        }
        return new String(new Listing(files).write(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> open(UUID id, String device, String listing) throws Exception {
        return server.station("SQ").post("/api/hand-ins", JSON.writeValueAsString(
            Map.of("id", id.toString(), "device", device, "source", "camera", "listing", listing)));
    }

    private static String upload(UUID handIn, String path, String content) throws Exception {
        return upload("SQ-0001", handIn, path, content);
    }

    private static String upload(String device, UUID handIn, String path, String content) throws Exception {
        var metadata = new StringBuilder();
        for (var pair : Map.of("filename", path, "path", path, "device", device, "hand-in", handIn.toString(), "key", UUID.randomUUID().toString()).entrySet()) {
            metadata.append(metadata.isEmpty() ? "" : ",").append(pair.getKey()).append(' ')
                .append(Base64.getEncoder().encodeToString(pair.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        var answer = server.station("SQ").send("POST", "/api/uploads", BodyPublishers.ofString(content), "Tus-Resumable", "1.0.0", "Upload-Length",
            Integer.toString(content.length()), "Upload-Metadata", metadata.toString(), "Content-Type", "application/offset+octet-stream");
        assertEquals(201, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Liuhen-Recording").orElseThrow();
    }

    private static HttpResponse<String> balance(UUID handIn, int camera, int stored, int failed) throws Exception {
        return server.station("SQ").post("/api/hand-ins/" + handIn + "/balance", JSON.writeValueAsString(Map.of(
            "camera", camera, "stored", stored, "failed", failed, "failures", failed == 0 ? List.of() : List.of(Map.of("path", "c.bad", "reason", "unreadable")))));
    }

    private static HttpResponse<String> clear(RunningServer.Client client, UUID handIn, String recording, String path, String sha256) throws Exception {
        return client.post("/api/hand-ins/" + handIn + "/clearings", JSON.writeValueAsString(
            Map.of("recording", recording, "path", path, "sha256", sha256, "confirmedBy", "李保管")));
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
    }

    private static String sha256(String recording) throws Exception {
        return server.person("sq.custodian").json("/api/recordings/" + recording).get("sha256").asString();
    }

    @Test
    void opening_twice_is_opening_once() throws Exception {
        var id = UUID.randomUUID();
        var first = open(id, "SQ-0001", listing("a.mp4"));
        assertEquals(201, first.statusCode(), first.body());
        var again = open(id, "SQ-0001", listing("a.mp4"));
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(JSON.readTree(first.body()), JSON.readTree(again.body()));
        var opened = JSON.readTree(first.body());
        assertTrue(opened.get("origin").asString().endsWith("/SQ"));
        assertEquals(2, opened.get("vkeys").size());
        assertProblem(422, "no-such-device", open(UUID.randomUUID(), "CL-0001", listing("a.mp4")));
    }

    @Test
    void a_device_that_is_in_no_register_is_taken_when_that_is_said_and_told_of_until_somebody_describes_it() throws Exception {
        var custodian = server.person("sq.custodian");
        var number = "私人手机 " + UUID.randomUUID().toString().substring(0, 8);
        var handIn = UUID.randomUUID();
        var wanted = new HashMap<String, Object>(Map.of("id", handIn, "device", number, "source", "browser", "listing", listing("VID_1.mp4")));
        assertProblem(422, "no-such-device", custodian.post("/api/hand-ins", JSON.writeValueAsString(wanted)));
        wanted.put("unregistered", "telescope");
        assertProblem(400, "kind-unknown", custodian.post("/api/hand-ins", JSON.writeValueAsString(wanted)));
        wanted.put("unregistered", "phone");
        wanted.put("device", " " + number);
        assertProblem(400, "number-wrong", custodian.post("/api/hand-ins", JSON.writeValueAsString(wanted)));
        wanted.put("device", number);
        var counted = quota(custodian);

        var opened = custodian.post("/api/hand-ins", JSON.writeValueAsString(wanted));
        assertEquals(201, opened.statusCode(), opened.body());
        assertEquals(200, custodian.post("/api/hand-ins", JSON.writeValueAsString(wanted)).statusCode());
        upload(number, handIn, "VID_1.mp4", "one");
        var rest = new HashMap<>(wanted); // the next time it is known
        rest.putAll(Map.of("id", UUID.randomUUID(), "listing", listing("VID_2.mp4")));
        assertEquals(201, custodian.post("/api/hand-ins", JSON.writeValueAsString(rest)).statusCode());
        compare();

        var row = custodian.json("/api/devices?state=unregistered").get("items").valueStream().filter(one -> one.get("number").asString().equals(number))
            .findFirst().orElseThrow();
        assertEquals("phone", row.get("kind").asString());
        assertEquals(1, row.get("findings").asInt());
        assertEquals(counted, quota(custodian), "it counts for no quota");
        var id = row.get("id").asString();
        var device = custodian.json("/api/devices/" + id);
        assertEquals(List.of("DeviceRegistered", "FoundAtIntake", "HandInOpened"), device.get("history").valueStream().map(step -> step.get("type").asString())
            .toList().reversed().subList(0, 3));
        assertEquals(custodian.json("/api/session").get("person").get("name"), device.get("unregistered").get("by"));
        var finding = device.get("findings").get(0);
        assertEquals("device.kinds", finding.get("duty").asString());
        assertEquals("SQ-M-16", finding.get("article").asString());
        assertTrue(finding.get("what").asString().startsWith("文件来自没有登记的设备"), finding::toString);

        var described = custodian.send("POST", "/api/devices/" + id + "/acts/describe-device", BodyPublishers.ofString(JSON.writeValueAsString(
            Map.of("description", Map.of("functions", List.of("video"), "portable", true, "capabilities", List.of())))), "Content-Type", "application/json",
            "If-Match", "\"" + device.get("version").asInt() + "\"", "Idempotency-Key", UUID.randomUUID().toString());
        assertEquals(200, described.statusCode(), described.body());
        device = custodian.json("/api/devices/" + id);
        assertFalse(device.has("unregistered"));
        assertEquals("cleared", device.get("findings").get(0).get("state").asString());
        assertEquals(0, custodian.json("/api/devices?state=unregistered&q=" + number.substring(5)).get("total").asInt());
    }

    private static List<Integer> quota(RunningServer.Client client) throws Exception {
        return client.json("/api/devices/quota").get("items").valueStream().map(unit -> unit.get("counted").asInt()).toList();
    }

    @Test
    void a_list_that_is_malformed_or_too_long_is_refused_with_its_reason() throws Exception {
        assertProblem(400, "listing-malformed", open(UUID.randomUUID(), "SQ-0001", "a.mp4\n"));
        assertProblem(413, "listing-too-long", open(UUID.randomUUID(), "SQ-0001", "x".repeat(Listing.BYTES_MAX + 1)));
        var many = new StringBuilder();
        for (var i = 0; i <= Listing.FILES_MAX; i++) {
            var path = "%06d".formatted(i);
            many.append("{\"path\":\"").append(path).append("\",\"pathBytes\":\"")
                .append(Base64.getEncoder().encodeToString(path.getBytes(StandardCharsets.UTF_8))).append("\",\"sizeBytes\":1}\n");
        }
        assertProblem(413, "listing-too-long", open(UUID.randomUUID(), "SQ-0001", many.toString()));
    }

    @Test
    void a_number_between_two_files_that_never_arrived_is_told_until_it_comes() throws Exception {
        var id = UUID.randomUUID();
        assertEquals(201, open(id, "SQ-0001", listing("n/DSC_0146.MP4", "n/DSC_0147.MP4", "n/DSC_0149.MP4", "n/DSC_0150.MP4")).statusCode());
        for (var number : List.of("0146", "0149", "0150")) upload(id, "n/DSC_" + number + ".MP4", number);
        var missing = series("DSC_####").get("missing");
        assertEquals(1, missing.size(), missing.toString());
        assertEquals("DSC_0147", missing.get(0).get("first").asString());
        assertEquals("DSC_0148", missing.get(0).get("last").asString());
        assertEquals("n/DSC_0146.MP4", missing.get(0).get("after").asString());
        upload(id, "n/DSC_0147.MP4", "0147");
        assertEquals("DSC_0148", series("DSC_####").get("missing").get(0).get("first").asString());
        var later = UUID.randomUUID();
        assertEquals(201, open(later, "SQ-0001", listing("n/DSC_0148.MP4")).statusCode());
        upload(later, "n/DSC_0148.MP4", "0148");
        assertEquals(0, series("DSC_####").get("missing").size());
    }

    @Test
    void numbers_that_never_arrived_are_a_finding_when_the_hand_in_is_done_and_it_goes_when_they_come() throws Exception {
        var device = DeviceDesk.registered(server, "SQ").number(); // the hand-ins of other tests are never done
        var id = UUID.randomUUID();
        assertEquals(201, open(id, device, listing("m/FILM0041.MP4", "m/FILM0044.MP4", "m/FILM0045.MP4")).statusCode());
        var first = upload(device, id, "m/FILM0041.MP4", "0041");
        var second = upload(device, id, "m/FILM0044.MP4", "0044");
        var last = upload(device, id, "m/FILM0045.MP4", "0045");
        compare();
        assertEquals(List.of(), missing(device), "a hand-in is under way");
        balance(id, 3, 3, 0);
        compare();
        assertEquals(List.of("raised FILM0042–FILM0043 编号 FILM0042–FILM0043 的文件没有入库，共 2 个，在 m/FILM0041.MP4 与 m/FILM0044.MP4 之间。"), missing(device));
        var version = server.person("sq.custodian").json("/api/devices/" + device).get("version").asLong();
        compare();
        assertEquals(version, server.person("sq.custodian").json("/api/devices/" + device).get("version").asLong(), "nothing has changed");
        var beside = server.person("sq.custodian").json("/api/recordings/" + second).get("beside");
        assertEquals(first, beside.get("previous").get("id").asString());
        assertEquals("FILM0042", beside.get("missingBefore").get("first").asString());
        assertEquals(last, beside.get("next").get("id").asString());
        assertFalse(beside.has("missingAfter"), beside.toString());

        upload(device, id, "m/FILM0042.MP4", "0042"); // late, without a new balance
        compare();
        assertEquals(List.of("cleared FILM0042–FILM0043", "raised FILM0043"),
            missing(device).stream().map(one -> one.substring(0, one.indexOf(' ', one.indexOf(' ') + 1))).sorted().toList());
        var later = UUID.randomUUID();
        assertEquals(201, open(later, device, listing("m/FILM0043.MP4")).statusCode());
        upload(device, later, "m/FILM0043.MP4", "0043");
        balance(later, 1, 1, 0);
        compare();
        assertTrue(missing(device).stream().allMatch(one -> one.startsWith("cleared")), missing(device).toString());
    }

    @Test
    void of_two_cameras_with_one_serial_nothing_is_claimed() throws Exception {
        var serial = UUID.randomUUID().toString();
        var twins = List.of("TWIN-1-" + serial.substring(0, 8), "TWIN-2-" + serial.substring(0, 8));
        for (var twin : twins) DeviceDesk.of(server, "SQ", twin).done("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1", "serial", serial));
        var id = UUID.randomUUID();
        assertEquals(201, open(id, twins.getFirst(), listing("FILM0001.MP4", "FILM0002.MP4", "FILM0900.MP4")).statusCode());
        for (var number : List.of("0001", "0002", "0900")) upload(twins.getFirst(), id, "FILM" + number + ".MP4", number);
        balance(id, 3, 3, 0);
        compare();
        assertEquals(List.of(), missing(twins.getFirst()));
    }

    private static void compare() {
        server.bean(FindingClock.class).judgeDue();
    }

    private static List<String> missing(String device) throws Exception {
        return server.person("sq.custodian").json("/api/devices/" + device).get("findings").valueStream()
            .filter(one -> one.get("duty").asString().equals("recording.privateKeeping.forbidden") && one.get("occurrence").asString().startsWith("FILM"))
            .map(one -> one.get("state").asString() + " " + one.get("occurrence").asString() + " " + one.get("what").asString()).toList();
    }

    private static JsonNode series(String pattern) throws Exception {
        return server.person("sq.custodian").json("/api/devices/SQ-0001").get("fileNumbers").valueStream()
            .filter(one -> one.get("pattern").asString().equals(pattern)).findFirst().orElseThrow();
    }

    @Test
    void it_is_balanced_only_when_camera_station_and_server_agree() throws Exception {
        var id = UUID.randomUUID();
        assertEquals(201, open(id, "SQ-0001", listing("a.mp4", "b.mp4", "c.bad")).statusCode());
        var recording = upload(id, "a.mp4", "aaa");
        assertFalse(JSON.readTree(balance(id, 2, 2, 0).body()).get("balanced").asBoolean(), "the server has one");
        upload(id, "b.mp4", "bbb");
        assertFalse(JSON.readTree(balance(id, 3, 2, 1).body()).get("balanced").asBoolean(), "one could not be read");
        var detail = server.station("SQ").json("/api/hand-ins/" + id);
        assertEquals(List.of("stored", "stored", "problem"), detail.get("files").valueStream().map(file -> file.get("state").asString()).toList());
        assertEquals(recording, detail.get("files").get(0).get("recording").asString());
        assertEquals(1, server.station("SQ").json("/api/hand-ins/" + id + "?page=1&size=2").get("files").size());
        var desk = server.person("sq.custodian").json("/api/desk");
        assertTrue(desk.get("unbalanced").valueStream().anyMatch(one -> one.get("id").asString().equals(id.toString())));
        var agreed = JSON.readTree(balance(id, 2, 2, 0).body());
        assertTrue(agreed.get("balanced").asBoolean(), agreed.toString());
        assertEquals(2, agreed.get("server").get("stored").asInt());
        var after = server.person("sq.custodian").json("/api/desk");
        assertFalse(after.get("unbalanced").valueStream().anyMatch(one -> one.get("id").asString().equals(id.toString())));
        assertTrue(after.get("handInsToday").valueStream().anyMatch(one -> one.get("id").asString().equals(id.toString())));
        assertEquals(404, server.station("CL").get("/api/hand-ins/" + id).statusCode());
        assertEquals(404, server.station("CL").post("/api/hand-ins/" + id + "/balance", "{\"camera\":0,\"stored\":0,\"failed\":0,\"failures\":[]}").statusCode());
    }

    @Test
    void a_file_is_cleared_only_when_it_is_the_one_that_is_proven_to_be_stored() throws Exception {
        var id = UUID.randomUUID();
        assertEquals(201, open(id, "SQ-0001", listing("a.mp4")).statusCode());
        var recording = upload(id, "a.mp4", "abc");
        var sha256 = sha256(recording);
        var station = server.station("SQ");
        assertProblem(409, "digest-mismatch", clear(station, id, recording, "a.mp4", "0".repeat(64)));
        assertProblem(409, "other-file", clear(station, id, recording, "b.mp4", sha256));
        assertProblem(400, "sha256-wrong", clear(station, id, recording, "a.mp4", "abc"));
        assertEquals(404, clear(server.station("CL"), id, recording, "a.mp4", sha256).statusCode());
        assertEquals(200, station.get("/api/recordings/" + recording + "/receipt?wait=10").statusCode());
        assertEquals(204, clear(station, id, recording, "a.mp4", sha256).statusCode());
        assertEquals(204, clear(station, id, recording, "a.mp4", sha256).statusCode(), "a lost answer can be asked for again");
        var custody = server.person("sq.custodian").json("/api/recordings/" + recording + "/custody").get("items");
        assertEquals(1, custody.valueStream().filter(step -> step.get("type").asString().equals("CameraFileCleared")).count());
    }

    @Test
    void what_a_docked_device_still_shows_of_earlier_hand_ins_is_written_down_until_it_is_gone() throws Exception {
        var device = DeviceDesk.registered(server, "SQ").number();
        var id = UUID.randomUUID();
        assertEquals(201, open(id, device, listing("s/a.mp4")).statusCode());
        var recording = upload(device, id, "s/a.mp4", "aaa");
        assertEquals(204, memory("SQ", device, 0, Optional.empty()).statusCode());
        assertFalse(server.person("sq.custodian").json("/api/devices/" + device).has("memory"), "it never held anything");
        assertEquals(204, memory("SQ", device, 1, Optional.of(recording)).statusCode());
        var seen = server.person("sq.custodian").json("/api/devices/" + device);
        assertEquals(1, seen.get("memory").get("files").asInt());
        assertEquals("s/a.mp4", seen.get("memory").get("oldest").get("path").asString());
        assertEquals(204, memory("SQ", device, 1, Optional.of(recording)).statusCode());
        assertEquals(seen.get("version"), server.person("sq.custodian").json("/api/devices/" + device).get("version"), "the same is written once");
        assertEquals(204, memory("SQ", device, 0, Optional.empty()).statusCode());
        assertEquals(0, server.person("sq.custodian").json("/api/devices/" + device).get("memory").get("files").asInt());

        assertProblem(400, "memory-wrong", memory("SQ", device, 2, Optional.empty()));
        assertProblem(400, "memory-wrong", memory("SQ", device, 0, Optional.of(recording)));
        assertProblem(404, "no-such-recording", memory("SQ", device, 1, Optional.of(UUID.randomUUID().toString())));
        assertProblem(404, "no-such-recording", memory("SQ", "SQ-0001", 1, Optional.of(recording))); // another device's
        assertProblem(422, "no-such-device", memory("CL", device, 1, Optional.of(recording)));
    }

    private static HttpResponse<String> memory(String agency, String device, int files, Optional<String> oldest) throws Exception {
        var told = new HashMap<String, Object>(Map.of("device", device, "files", files));
        oldest.ifPresent(recording -> told.put("oldest", recording));
        return server.station(agency).post("/api/hand-ins/memory", JSON.writeValueAsString(told));
    }

    @Test
    void a_file_that_no_checkpoint_has_yet_stays_on_its_camera() throws Exception {
        var id = UUID.randomUUID();
        assertEquals(201, open(id, "SQ-0001", listing("soon.mp4")).statusCode());
        HttpResponse<String> refused = null;
        for (var i = 0; i < 20 && (refused == null || refused.statusCode() != 409); i++) { // the log may sign in between
            var recording = upload(id, "soon.mp4", "soon" + i);
            refused = clear(server.station("SQ"), id, recording, "soon.mp4", hex("soon" + i));
        }
        assertProblem(409, "not-yet-proven", java.util.Objects.requireNonNull(refused));
    }

    private static String hex(String text) throws Exception {
        return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
