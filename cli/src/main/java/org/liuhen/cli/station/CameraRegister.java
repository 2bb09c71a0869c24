package org.liuhen.cli.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.StationId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The devices of the agency as the server told them last. Kept in a file, so that a station knows its cameras while the server is
 * away.
 *
 * @param id of this station; absent if it was never told
 * @param station its number
 * @param unit code of the unit that it stands in
 * @param asked when the server was asked
 */
record CameraRegister(Optional<StationId> id, String station, String agency, String agencyName, String unit, List<Camera> cameras, Instant asked) {

    private static final JsonMapper JSON = new JsonMapper();

    CameraRegister {
        cameras = List.copyOf(cameras);
    }

    /** Who has a camera out. */
    record User(String name, Optional<String> certificate) {}

    /** A device of the register. */
    record Camera(
            String number, Optional<String> serial, String unit, String unitName, String state, Optional<User> user, Optional<Instant> since) {}

    /** A register of nothing: the server was never asked. */
    static CameraRegister empty() {
        return new CameraRegister(Optional.empty(), "", "", "", "", List.of(), Instant.EPOCH);
    }

    /** What the server answered. */
    static CameraRegister of(byte[] answer, Instant asked) throws IOException {
        try {
            var node = JSON.readTree(answer);
            var cameras = new ArrayList<Camera>();
            for (var camera : node.path("cameras")) {
                cameras.add(new Camera(camera.path("number").asString(""), text(camera, "serial"), camera.path("unit").asString(""),
                        camera.path("unitName").asString(""), camera.path("state").asString(""), Optional.ofNullable(camera.get("user"))
                                .map(user -> new User(user.path("name").asString(""), text(user, "certificate"))),
                        text(camera, "since").map(Instant::parse)));
            }
            return new CameraRegister(text(node, "id").map(StationId::parse), node.path("station").asString(""), node.path("agency").asString(""), node.path("agencyName").asString(""),
                    node.path("unit").asString(""), cameras, asked);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("the server's answer is not understood: /api/station", e);
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** What was kept in the file; empty if nothing was, or nothing that can be read. */
    static Optional<CameraRegister> kept(Path file) {
        try {
            return Files.exists(file) ? Optional.of(of(Files.readAllBytes(file), Files.getLastModifiedTime(file).toInstant())) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty(); // the server tells it again
        }
    }

    /** Keeps the server's answer for a time without it. */
    static void keep(Path file, byte[] answer) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, answer);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Optional<Camera> numbered(String number) {
        return cameras.stream().filter(camera -> camera.number.equalsIgnoreCase(number)).findFirst();
    }

    List<Camera> withSerial(String serial) {
        return cameras.stream().filter(camera -> camera.serial.filter(serial::equalsIgnoreCase).isPresent()).toList();
    }
}
