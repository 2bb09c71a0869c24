package org.liuhen.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Liuhen as a user starts it, by {@code ./liuhen serve}, in a process of its own. */
final class RunningServer {

    private static final int RECEIPT_WAITS = 6;
    private static final int RECEIPT_WAIT_SECONDS = 10;

    /** A station of the demo, and a camera whose files it may hand in. */
    record Station(String agency, String device, Path tokenFile) {}

    private final Process process;
    private final Path data;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningServer(Process process, Path data, String url) {
        this.process = process;
        this.data = data;
        this.url = url;
    }

    /**
     * Starts it and returns at {@code ready}. It ends with the workplace at the latest.
     *
     * @param data its data folder, made if absent
     * @param words more of the command line
     */
    static RunningServer start(Workplace workplace, Path data, String... words) throws IOException {
        var command = new ArrayList<>(List.of(workplace.home().resolve("liuhen").toString(), "serve", "--data", data.toString(), "--port", "0"));
        command.addAll(List.of(words));
        var process = workplace.start(workplace.folder(), Map.of(), command);
        return new RunningServer(process, data, Workplace.ready(process));
    }

    String url() {
        return url;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    void stop() {
        Workplace.stop(process);
    }

    /** The first station of the demo; its token goes to a file that only we can read. */
    Station station() throws IOException {
        var credentials = json(Files.readString(data.resolve("demo/credentials.json")));
        var station = credentials.path("stations").path(0);
        var tokenFile = data.resolve("bench-token");
        Files.writeString(tokenFile, text(station, "token"));
        Files.setPosixFilePermissions(tokenFile, PosixFilePermissions.fromString("rw-------"));
        return new Station(text(station, "agency"), text(station, "device"), tokenFile);
    }

    /**
     * Returns when the receipt of this recording can be fetched: its event is in a signed checkpoint.
     *
     * @throws IOException if that takes longer than a minute
     */
    void awaitReceipt(Station station, UUID recording) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/recordings/" + recording + "/receipt?wait=" + RECEIPT_WAIT_SECONDS))
                .header("Authorization", "Bearer " + Files.readString(station.tokenFile()))
                .build();
        for (var turn = 0; turn < RECEIPT_WAITS; turn++) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) return;
            if (answer.statusCode() != 202) throw new IOException("no receipt: " + answer.statusCode() + " " + answer.body());
        }
        throw new IOException("in no signed checkpoint after a minute: " + recording);
    }

    /** What it counts of itself, now. */
    Metrics metrics() throws IOException, InterruptedException {
        var management = text(json(Files.readString(data.resolve("serve.json"))), "management");
        var answer = http.send(HttpRequest.newBuilder(URI.create(management + "/actuator/prometheus")).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException("no metrics: " + answer.statusCode());
        return new Metrics(answer.body());
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** @throws IOException if there is no such field */
    static String text(JsonNode node, String field) throws IOException {
        var value = node.get(field);
        if (value == null || !value.isString()) throw new IOException("no " + field + " in " + node);
        return value.stringValue();
    }
}
